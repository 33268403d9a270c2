/// The lines of `text`, broken at spaces so that none is wider than `width` if its words allow it.
///
/// A text that fits is unchanged, including its spaces.
///
/// - Parameter indent: The text before every line except the first.
package func wrap(_ text: String, width: Int, indent: String = "") -> [String] {
  if displayWidth(text) <= width { return [text] }
  var lines: [String] = []
  var line = ""
  var used = 0
  for word in text.split(separator: " ") {
    let length = displayWidth(word)
    if used > 0, used + 1 + length > width {
      lines.append(line)
      line = indent
      used = displayWidth(indent)
    } else if used > 0 {
      line += " "
      used += 1
    }
    line += word
    used += length
  }
  return line.isEmpty ? lines : lines + [line]
}
