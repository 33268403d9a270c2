import VGGFiles

/// `text` with control characters replaced, so that no file can steer the terminal that shows its
/// messages, and with `\xE9` for bytes of paths that are not UTF-8.
package func printable(_ text: String) -> String {
  let text = PathText.shown(text)
  guard text.unicodeScalars.contains(where: isControl) else { return text }
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    scalars.append(scalar == "\t" ? " " : isControl(scalar) ? "\u{FFFD}" : scalar)
  }
  return String(scalars)
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  // Among format characters, overrides of the writing direction can disguise text as different text.
  scalar.isUnseen
    && (scalar.properties.generalCategory != .format
      || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value))
}

extension Unicode.Scalar {
  /// Whether it moves, breaks or formats text rather than being visible: controls, formats, separators of lines and
  /// paragraphs.
  package var isUnseen: Bool {
    let unseen: [Unicode.GeneralCategory] = [
      .control, .format, .lineSeparator, .paragraphSeparator,
    ]
    return unseen.contains(properties.generalCategory)
  }
}
