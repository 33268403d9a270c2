/// The edit that turns one text into another: replaces the part between their common prefix and suffix.
func edits(from positions: TextPositions, to text: String) -> [LSP.TextEdit] {
  let (old, new) = (positions.file.bytes, Array(text.utf8))
  guard old != new else { return [] }
  var start = zip(old, new).prefix { $0 == $1 }.count
  // Don't split a character, or a carriage return and line feed.
  while start > 0, old.cuts(at: start) || new.cuts(at: start) { start -= 1 }
  let most = min(old.count, new.count) - start
  var common = zip(old.reversed(), new.reversed()).prefix(most).prefix { $0 == $1 }.count
  while common > 0, old.cuts(at: old.count - common) || new.cuts(at: new.count - common) {
    common -= 1
  }
  let replacement = String(decoding: new[start..<new.count - common], as: UTF8.self)
  return [
    LSP.TextEdit(range: positions.range(start..<old.count - common), newText: replacement)
  ]
}

extension [UInt8] {
  fileprivate func cuts(at index: Int) -> Bool {
    guard index > 0, index < count else { return false }
    return self[index] & 0xC0 == 0x80
      || self[index - 1] == UInt8(ascii: "\r") && self[index] == UInt8(ascii: "\n")
  }
}
