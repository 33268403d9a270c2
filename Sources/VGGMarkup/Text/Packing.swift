import VGGDiagnostics

/// The parts of `text`, separated by `; `, with as many on each line as fit; a part that is wider than
/// a line is broken at spaces.
func pack(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  for part in parts(of: text) {
    if let last = lines.last, displayWidth(last) + displayWidth(part) + 2 <= width {
      lines[lines.count - 1] = "\(last); \(part)"
    } else {
      lines.append(part)
    }
  }
  return lines.flatMap { wrap($0, width: width, indent: "  ") }
}

private func parts(of text: String) -> [String] {
  var parts: [String] = []
  for piece in text.split(separator: ";") {
    parts.append(String(piece.drop { $0 == " " }))
  }
  return parts
}
