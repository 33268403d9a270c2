/// The first names, at most `most`, followed by `…` if there are more: `a, b, …`.
package func listed(_ names: [String], most: Int = 12) -> String {
  names.prefix(most).joined(separator: ", ") + (names.count > most ? ", …" : "")
}
