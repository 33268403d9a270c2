/// `name` in quotes, for use in one line of a message: control characters are escaped, very long
/// names are truncated.
///
/// For example: `'features.0.weight'`.
package func quoted(_ name: String) -> String {
  let limit = 100
  var text = ""
  for scalar in name.unicodeScalars.prefix(limit) {
    text += isPrintable(scalar) ? String(scalar) : scalar.escaped(asASCII: true)
  }
  return "'" + text + (name.unicodeScalars.count > limit ? "…" : "") + "'"
}

private func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
  let others: [Unicode.GeneralCategory] = [
    .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse,
  ]
  return !others.contains(scalar.properties.generalCategory)
}
