import VGGDiagnostics

/// The parts of `text`, which `; ` sets apart, with as many on each line as fit; a part that is
/// wider than a line is broken at spaces.
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

/// `text` filled with spaces on its right, or on its left, to take `width` columns.
func pad(_ text: String, to width: Int, _ alignment: TextAlignment = .left) -> String {
  let spaces = String(repeating: " ", count: max(0, width - displayWidth(text)))
  return alignment == .left ? text + spaces : spaces + text
}

package enum TextAlignment {
  case left
  case right
}

extension String {
  /// Without the spaces at its end.
  var trimmingEnd: String {
    var end = endIndex
    while end > startIndex, self[index(before: end)] == " " { end = index(before: end) }
    return String(self[..<end])
  }
}
