import VGGCommandLine
import VGGData
import VGGDiagnostics
import VGGFiles
import VGGGraph
import VGGInsight

/// The photos that `vgg look` has shown so far, in one form.
struct LookReport {
  private enum Content {
    case text(LookText)
    case page(LookPage)
    case picture(LookPicture)
    case json([String])
  }

  private var content: Content
  private let comment: String
  /// The number of photos.
  private(set) var count = 0

  /// - Parameter comment: The origin of a page.
  init(_ form: LookForm, _ graph: ModelGraph, comment: String, in language: Language) {
    self.comment = comment
    let stream = Console.Stream.output
    content =
      switch form {
      case .text:
        .text(
          LookText(
            graph, colours: stream.colours, width: stream.width, style: stream.style,
            in: language))
      case .page: .page(LookPage(graph, in: language))
      case .picture: .picture(LookPicture(graph))
      case .json: .json([])
      }
  }

  /// Adds a photo; as text, prints it.
  mutating func add(_ photo: LookedPhoto) throws {
    switch content {
    case .text(let text): try Console.write((count > 0 ? "\n" : "") + text.text(photo))
    case .page(var page):
      try page.add(photo)
      content = .page(page)
    case .picture(var picture):
      picture.add(photo)
      content = .picture(picture)
    case .json(let photos): content = .json(photos + [LookJSON.photo(photo)])
    }
    count += 1
  }

  /// The file with all photos; empty for text, which is printed.
  func bytes() throws -> [UInt8] {
    switch content {
    case .text: []
    case .page(let page): Array(page.html(comment: comment).utf8)
    case .picture(let picture): try PNGFile.file(of: picture.image)
    case .json(let photos): Array(LookJSON.document(photos).utf8)
    }
  }
}

extension Console.Stream {
  /// The colours that the terminal has.
  fileprivate var colours: LookText.Colours {
    guard style == .ansi else { return .none }
    let support = Platform.environmentVariable("COLORTERM") ?? ""
    return support == "truecolor" || support == "24bit" ? .full : .indexed
  }
}
