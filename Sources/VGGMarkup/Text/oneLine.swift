/// The words of a text that may have several lines, separated by single spaces.
package func oneLine(_ text: String) -> String {
  text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
}
