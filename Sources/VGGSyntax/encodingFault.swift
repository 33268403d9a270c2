import VGGDiagnostics
import VGGFiles
import VGGFindings

/// The first place where a file is not UTF-8, or that it is a file of another kind, as a diagnostic; `nil`
/// where it is a text in UTF-8.
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
  return Diagnostic(
    InvalidEncoding.byte(file.bytes[offset]),
    at: SourceRange(source: source, start: offset, end: offset + 1))
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
