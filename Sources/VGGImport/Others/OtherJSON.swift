/// JSON without any of the language's keys.
enum OtherJSON: TextReader {
  static func read(_ text: CandidateText) -> TextReading? {
    guard let first = text.firstLine, first.text.hasPrefix("{"), let root = text.root,
      !root.entries.isEmpty,
      first.text.dropFirst().drop(while: { $0 == " " }).first ?? "\"" == "\"",
      !text.hasKeys
    else { return nil }
    return TextReading(.json, at: first.range.prefix(1), .named)
  }
}
