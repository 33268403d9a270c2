import VGGDiagnostics

/// `text` filled with spaces on its right, or on its left, to take `width` columns.
package func pad(_ text: String, to width: Int, _ alignment: TextAlignment = .left) -> String {
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
