/// The checked graph in the output of `vggc emit --json`.
enum GraphJSON: TextReader {
  static func read(_ text: CandidateText) -> TextReading? {
    guard text.firstLine?.text.hasPrefix("{") == true, text.entry("format_version") != nil,
      text.entry("layers") != nil, let first = text.firstLine
    else { return nil }
    return TextReading(.graphJSON, at: first.range.prefix(1), .named)
  }
}
