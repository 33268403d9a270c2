import VGGDiagnostics
import VGGMarkup
import VGGPages
import VGGSpec
import VGGSyntax

/// An edit that may write another input size into a text; the result must be compiled to check it, since a
/// model's input may come from elsewhere.
struct InputEdit: Encodable {
  let span: TextSpan
  let replacement: String
  private let range: Range<Int>

  private enum CodingKeys: CodingKey {
    case span, replacement
  }

  private init(_ replacement: String, at range: Range<Int>, in text: PageText) {
    self.replacement = replacement
    self.range = range
    span = text.span(of: range)
  }

  /// The edits to try, best first; empty if the text is not a mapping.
  ///
  /// - Parameter model: The name of the model, if the file has several.
  static func candidates(
    for input: MapShape, of model: String, in file: SourceFile, as source: SourceID,
    of sources: SourceMap
  ) -> [InputEdit] {
    guard let root = parseYAML(source, in: sources).root else { return [] }
    let text = PageText(file, as: source)
    let list = "[\(input.channels), \(input.height), \(input.width)]"
    let mappings = root.models.filter { $0.key.value == model }.map(\.value) + [root]
    let values = mappings.flatMap(\.entries).filter { $0.key.value == ModelKey.input.rawValue }
    let replacing = values.map(\.value.range).filter { $0.source == source }
      .map { InputEdit(list, at: $0.start..<$0.end, in: text) }
    let inserting = mappings.compactMap { mapping -> InputEdit? in
      guard let first = mapping.entries.first?.key.range, first.source == source else { return nil }
      // Insert before the first key, in the same column.
      let margin = String(repeating: " ", count: file.location(at: first.start).column - 1)
      let isFlow = file.bytes[mapping.range.start...].first == UInt8(ascii: "{")
      return InputEdit(
        "input: \(list)" + (isFlow ? ", " : "\n\(margin)"), at: first.start..<first.start, in: text)
    }
    return replacing + inserting
  }

  func applied(to file: SourceFile) -> SourceFile {
    var bytes = file.bytes
    bytes.replaceSubrange(range, with: replacement.utf8)
    return SourceFile(name: file.name, bytes: bytes)
  }
}
