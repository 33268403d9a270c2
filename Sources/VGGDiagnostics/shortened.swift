/// The user's text, short enough for a sentence: its first 40 characters, and `…` if
/// there are more.
package func shortened(_ text: String) -> String {
  guard let end = text.index(text.startIndex, offsetBy: 40, limitedBy: text.endIndex),
    end < text.endIndex
  else { return text }
  return text[..<end] + "…"
}
