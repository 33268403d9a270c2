import VGGDiagnostics

/// The edit that turns one text into another: replaces the part between their common prefix and suffix.
func edits(from positions: TextPositions, to text: String) -> [LSP.TextEdit] {
  let bytes = positions.file.bytes
  return shortestEdit(of: bytes, in: 0..<bytes.count, to: Array(text.utf8))
    .map { [positions.edit($0)] } ?? []
}

/// The edit that replaces a range of a text, without what the range and its replacement have in common at both ends;
/// `nil` if they are equal.
func shortestEdit(of bytes: [UInt8], in range: Range<Int>, to new: [UInt8]) -> TextEdit? {
  let old = Array(bytes[range])
  guard old != new else { return nil }
  var start = zip(old, new).prefix { $0 == $1 }.count
  // Don't split a character, or a carriage return and line feed.
  while start > 0, old.cuts(at: start) || new.cuts(at: start) { start -= 1 }
  let most = min(old.count, new.count) - start
  var common = zip(old.reversed(), new.reversed()).prefix(most).prefix { $0 == $1 }.count
  while common > 0, old.cuts(at: old.count - common) || new.cuts(at: new.count - common) {
    common -= 1
  }
  return TextEdit(
    range.lowerBound + start..<range.upperBound - common,
    String(decoding: new[start..<new.count - common], as: UTF8.self))
}

extension TextPositions {
  /// An edit as the client takes it.
  func edit(_ edit: TextEdit) -> LSP.TextEdit {
    LSP.TextEdit(range: range(edit.range), newText: edit.replacement)
  }
}

extension [UInt8] {
  fileprivate func cuts(at index: Int) -> Bool {
    guard index > 0, index < count else { return false }
    return self[index] & 0xC0 == 0x80
      || self[index - 1] == UInt8(ascii: "\r") && self[index] == UInt8(ascii: "\n")
  }
}
