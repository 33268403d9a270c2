/// The words of a text that may be written in several lines, one space between them.
package func oneLine(_ text: String) -> String {
  text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
}
