import VGGDiagnostics

/// YAML with places marked by emoji digits, which are removed before it is compiled.
///
/// For example: `features: [64, 1️⃣X]` marks the offset of `X`.
package struct MarkedText {
  package let text: String
  /// The UTF-8 offset of each marker in `text`.
  package let markers: [Character: Int]

  package init(_ marked: String) {
    var text = ""
    var markers: [Character: Int] = [:]
    for character in marked {
      if Self.digits.contains(character) {
        markers[character] = text.utf8.count
      } else {
        text.append(character)
      }
    }
    self.text = text
    self.markers = markers
  }

  private static let digits: Set<Character> = ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣"]
}
