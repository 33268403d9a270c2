/// `text` with every character that would steer a terminal or break a line shown as U+FFFD.
///
/// Names come from the user's file, and YAML can escape any character.
func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: steersTerminal) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    result.append(steersTerminal(scalar) ? "\u{FFFD}" : scalar)
  }
  return String(result)
}

private func steersTerminal(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .lineSeparator, .paragraphSeparator: true
  // Marks that turn the direction of the text after them.
  default: (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }
}
