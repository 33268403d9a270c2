import VGGDiagnostics

/// `text` padded with spaces on the right, or on the left, to `width` columns.
package func pad(_ text: String, to width: Int, _ alignment: TextAlignment = .left) -> String {
  let spaces = String(repeating: " ", count: max(0, width - displayWidth(text)))
  return alignment == .left ? text + spaces : spaces + text
}

package enum TextAlignment {
  case left
  case right
}

extension String {
  /// The text without trailing spaces.
  var trimmingEnd: String {
    var end = endIndex
    while end > startIndex, self[index(before: end)] == " " { end = index(before: end) }
    return String(self[..<end])
  }
}
