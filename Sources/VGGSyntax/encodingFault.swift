import VGGDiagnostics
import VGGFiles
import VGGFindings

/// The first place at which a file is not UTF-8, or the fact that it is a file of another kind, as a diagnostic;
/// `nil` if it is UTF-8 text.
func encodingFault(in file: SourceFile, _ source: SourceID) -> Diagnostic? {
  if file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF]) {
    let mark = SourceRange(source: source, start: 0, end: 2)
    return Diagnostic(InvalidEncoding.utf16, at: mark)
  }
  if let format = FileFormat(file.bytes), ![.empty, .text, .json].contains(format) {
    let start = SourceRange(source: source, start: 0, end: 1)
    return Diagnostic(InvalidEncoding.otherFormat(format), at: start)
  }
  guard String(validating: file.bytes, as: UTF8.self) == nil else { return nil }
  let offset = firstInvalidOffset(in: file.bytes)
  let place = SourceRange(source: source, start: offset, end: offset + 1)
  return isCP949(file.bytes)
    ? Diagnostic(InvalidEncoding.cp949, at: place)
    : Diagnostic(InvalidEncoding.byte(file.bytes[offset]), at: place)
}

/// Whether all bytes beyond ASCII are pairs of CP949, and most of these the common Korean syllables.
private func isCP949(_ bytes: [UInt8]) -> Bool {
  var (pairs, syllables) = (0, 0)
  var index = 0
  while index < bytes.count {
    let lead = bytes[index]
    index += 1
    guard lead >= 0x80 else { continue }
    guard (0x81...0xFE).contains(lead), index < bytes.count else { return false }
    let trail = bytes[index]
    index += 1
    let isTrail =
      (0x41...0x5A).contains(trail) || (0x61...0x7A).contains(trail)
      || (0x81...0xFE).contains(trail)
    guard isTrail else { return false }
    pairs += 1
    if (0xB0...0xC8).contains(lead), trail >= 0xA1 { syllables += 1 }
  }
  return syllables * 2 > pairs
}

private func firstInvalidOffset(in bytes: [UInt8]) -> Int {
  var parser = Unicode.UTF8.ForwardParser()
  var iterator = bytes.makeIterator()
  var offset = 0
  while true {
    switch parser.parseScalar(from: &iterator) {
    case .valid(let scalar): offset += scalar.count
    case .emptyInput, .error: return min(offset, bytes.count - 1)
    }
  }
}
