import VGGDiagnostics
import VGGFiles
import VGGGraph
import VGGMarkup
import VGGRuntime

/// A photo's way through a network for a terminal: the photo in the light of its class, the answer as bars, and the strongest
/// channels of each layer.
package struct LookText: Sendable {
  /// The colours of a picture's characters.
  package enum Colours: Sendable {
    /// No colours: the class activation map as shades.
    case none
    /// The 256 colours of most terminals.
    case indexed
    /// Any colour.
    case full
  }

  private let graph: ModelGraph
  private let colours: Colours
  private let width: Int
  private let style: TerminalStyle
  private let phrases: any LookPhrasebook

  package init(
    _ graph: ModelGraph, colours: Colours, width: Int, style: TerminalStyle, in language: Language
  ) {
    self.graph = graph
    self.colours = colours
    self.width = max(width, 40)
    self.style = style
    phrases = language.lookPhrases
  }

  /// The lines about a photo.
  package func text(_ photo: LookedPhoto) -> String {
    let label = phrases.name(of: photo.explained.label, photo.explained.index)
    let hasLight = photo.map.values.contains { $0 > 0 }
    let light =
      hasLight
      ? phrases.light(of: photo.map.layer.name)
      : phrases.nothingSpeaks(for: label, in: photo.map.layer.name)
    var lines = [style.bold(printable(photo.input)), ""]
    lines += picture(photo).map { "  " + $0 }
    lines += ["", "  \(phrases.why(label)) \(light)", ""]
    lines += bars(photo)
    lines.append("")
    lines += layers(photo)
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - The picture

  /// Two pixels per character, one above the other.
  private func picture(_ photo: LookedPhoto) -> [String] {
    let fields = FieldTable(of: photo.map.layer, in: graph)
    let columns = min(width - 4, 72, photo.picture.width)
    let rows = max(2, columns * photo.picture.height / photo.picture.width)
    switch colours {
    case .none:
      let white = PixelImage(
        width: photo.picture.width, height: photo.picture.height, channels: 1,
        checked: [UInt8](repeating: 255, count: photo.picture.width * photo.picture.height))
      let light = white.lit(by: photo.map, fields).reduced(width: columns, height: rows / 2)
      return light.map { row in row.map { Self.shade($0[0]) }.joined() }
    case .indexed, .full:
      let lit = photo.picture.withChannels(3).lit(by: photo.map, fields)
      let pixels = lit.reduced(width: columns, height: rows / 2 * 2)
      return stride(from: 0, to: pixels.count, by: 2).map { y in
        zip(pixels[y], pixels[y + 1]).map { upper, lower in
          "\u{1B}[38;\(code(upper));48;\(code(lower))m▀"
        }.joined() + "\u{1B}[0m"
      }
    }
  }

  private static func shade(_ light: UInt8) -> String {
    // The shadow is not quite dark.
    [" ", "░", "▒", "▓", "█"][max(0, (Int(light) - 56)) * 5 / 200]
  }

  private func code(_ pixel: [UInt8]) -> String {
    switch colours {
    case .none, .full: return "2;\(pixel[0]);\(pixel[1]);\(pixel[2])"
    case .indexed:
      let levels = pixel.map { (Int($0) * 5 + 127) / 255 }
      return "5;\(16 + 36 * levels[0] + 6 * levels[1] + levels[2])"
    }
  }

  // MARK: - The answer

  private func bars(_ photo: LookedPhoto) -> [String] {
    var shown = photo.answer.prefix(5)
    if !shown.contains(where: { $0.index == photo.explained.index }) {
      shown.append(photo.explained)
    }
    return shown.map { candidate in
      let share = Double(candidate.probability)
      let percent = phrases.percentage(candidate.probability)
      let gap = String(repeating: " ", count: max(0, 6 - percent.count))
      let length = 24
      let full = Int(clamping: (share * Double(length)).rounded())
      let bar =
        String(repeating: "█", count: full) + String(repeating: "░", count: length - full)
      let name = phrases.name(of: candidate.label, candidate.index)
      let line = "\(gap)\(percent) \(bar) \(name)"
      return "  " + (candidate.index == photo.explained.index ? style.bold(line) : line)
    }
  }

  // MARK: - The layers

  private func layers(_ photo: LookedPhoto) -> [String] {
    let names = photo.layers.map(\.layer.name)
    let longest = names.map(\.count).max() ?? 0
    return photo.layers.compactMap { values in
      guard case .map(let map) = values.layer.shape else { return nil }
      let gap = String(repeating: " ", count: longest - values.layer.name.count)
      let size = phrases.map(channels: map.channels, height: map.height, width: map.width)
      let numbers = values.strongestChannels(LookPicture.tiles).map { $0 + 1 }
      return
        "  \(values.layer.name)\(gap)  \(size)  \(phrases.strongest(numbers, of: map.channels))"
    }
  }
}

extension PixelImage {
  /// The picture's pixels, each the mean of those that it covers.
  fileprivate func reduced(width columns: Int, height rows: Int) -> [[[UInt8]]] {
    (0..<rows).map { row in
      let lines = row * height / rows..<max((row + 1) * height / rows, row * height / rows + 1)
      return (0..<columns).map { column in
        let places =
          column * width
          / columns..<max((column + 1) * width / columns, column * width / columns + 1)
        var sums = [Int](repeating: 0, count: channels)
        for y in lines {
          for x in places {
            for channel in 0..<channels {
              sums[channel] += Int(samples[(y * width + x) * channels + channel])
            }
          }
        }
        let count = lines.count * places.count
        return sums.map { UInt8($0 / count) }
      }
    }
  }
}
