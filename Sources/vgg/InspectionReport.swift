import VGGData
import VGGDiagnostics
import VGGMarkup
import VGGMetrics
import VGGPhotoFit
import VGGSpec

/// The output of `vgg data inspect`.
struct InspectionReport {
  private let folder: PhotoFolder
  private let statistics: PhotoStatistics

  /// The phrases of the text form; JSON is in English.
  private let phrases: any RunPhrasebook

  init(
    _ folder: PhotoFolder, _ statistics: PhotoStatistics, in phrases: any RunPhrasebook
  ) {
    self.phrases = phrases
    self.folder = folder
    self.statistics = statistics
  }

  // MARK: - Text

  func text(width: Int, style: TerminalStyle) -> String {
    let texts = phrases.inspectionTexts
    var lines = [
      phrases.inspected(
        printable(folder.path), photos: statistics.photos, classes: folder.classes.count),
      "",
    ]
    lines += classTable.lines(width: width, style: style)
    if statistics.photos > 0 {
      lines += ["", texts.sizes + sizes]
      lines.append(texts.channels + (statistics.isGrey ? texts.grey : "3"))
      lines.append(texts.mean + list(statistics.mean))
      lines.append(texts.deviation + list(statistics.deviation))
      lines += ["", texts.forConfiguration, "  " + preprocess]
      if squareShare < 0.5 {
        lines += [""] + phrases.squareInput(sees: percent(squareShare))
      }
    }
    if !statistics.unreadable.isEmpty {
      lines += ["", phrases.unusable(statistics.unreadable.count)]
      lines += statistics.unreadable.map { "  " + printable(phrases.words(for: $0)) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var classTable: TextTable {
    let columns = phrases.inspectionTexts.columns
    return TextTable(
      [
        .init(title: columns[0], alignment: .right), .init(title: columns[1]),
        .init(title: columns[2], alignment: .right),
        .init(title: columns[3], alignment: .right, sacrifice: 1),
      ],
      rows: folder.classes.enumerated().map { label, name in
        let count = statistics.perClass[label]
        let share = statistics.photos > 0 ? Double(count) / Double(statistics.photos) : nil
        return .cells([String(label), printable(name), grouped(count), percent(share)])
      })
  }

  private var sizes: String {
    let sizes = statistics.sizes
    let listed = sizes.prefix(3).map { "\($0.width) x \($0.height) (\(grouped($0.photos)))" }
    guard sizes.count > 3 else { return listed.joined(separator: ", ") }
    let widths = sizes.map(\.width)
    let heights = sizes.map(\.height)
    return listed.joined(separator: ", ") + ", "
      + phrases.sizes(
        sizes.count, widths: (widths.min() ?? 0, widths.max() ?? 0),
        heights: (heights.min() ?? 0, heights.max() ?? 0))
  }

  /// The `preprocess` line of a configuration for these photos, whatever its input is: without `resize`, photos of the input's
  /// size stay as they are, and others are made just large enough.
  private var preprocess: String {
    let deviation = varies ? ", std: \(flow(statistics.deviation))" : ""
    return "preprocess: {mean: \(flow(statistics.mean))\(deviation)}"
  }

  /// Whether the pixels differ enough to divide by their deviation, as printed.
  private var varies: Bool { statistics.deviation.allSatisfy { $0 >= 0.00005 } }

  /// The share of the photos that a square input sees if the configuration does not state `resize`.
  private var squareShare: Double {
    let side = LanguageDefaults.input.height
    let resize = PhotoResize.usual(cropHeight: side, cropWidth: side)
    let shares = statistics.sizes.map { size in
      let placement = PhotoPlacement(
        height: size.height, width: size.width, resize: resize, cropHeight: side, cropWidth: side)
      return Double(size.photos) * placement.visibleShare
    }
    return shares.reduce(0, +) / Double(statistics.photos)
  }

  private func flow(_ values: [Double]) -> String {
    values.count == 1 ? list(values) : "[\(list(values))]"
  }

  private func list(_ values: [Double]) -> String {
    values.map { fixed($0, places: 4) }.joined(separator: ", ")
  }

  // MARK: - JSON

  func json() throws -> String {
    try documentText(
      .dataInspect,
      InspectionDocument(
        data: folder.path, photos: statistics.photos,
        classes: folder.classes.enumerated().map {
          .init(index: $0, name: $1, photos: statistics.perClass[$0])
        },
        sizes: statistics.sizes.map {
          .init(width: $0.width, height: $0.height, photos: $0.photos)
        },
        channels: statistics.isGrey ? 1 : 3, mean: statistics.mean, std: statistics.deviation,
        unreadable: statistics.unreadable.map { .init(file: $0.path, reason: $0.reason) },
        notes: folder.englishRemarks))
  }
}

/// The JSON of `vgg data inspect`.
private struct InspectionDocument: Encodable {
  let data: String
  let photos: Int
  let classes: [Class]
  let sizes: [Size]
  let channels: Int
  let mean: [Double]
  let std: [Double]
  let unreadable: [Unreadable]
  let notes: [String]

  struct Class: Encodable {
    let index: Int
    let name: String
    let photos: Int
  }

  struct Size: Encodable {
    let width: Int
    let height: Int
    let photos: Int
  }

  struct Unreadable: Encodable {
    let file: String
    let reason: String
  }
}
