/// The name of a technical term in one language, and its meaning in one or two sentences.
package struct GlossaryEntry: Hashable, Sendable {
  /// The usual name, as it is written inside a sentence.
  package let name: String
  /// Other names and abbreviations.
  package let others: [String]
  package let meaning: String

  init(_ name: String, or others: String..., meaning: String) {
    self.name = name
    self.others = others
    self.meaning = meaning
  }

  /// All names: `multiply-add, MAC`.
  package var names: String { ([name] + others).joined(separator: ", ") }

  /// The name in pages in other languages, which spell English terms as PyTorch does: `batch normalization`.
  package var nameElsewhere: String { Self.spelledAsInPyTorch(name) }

  /// All names in pages in other languages.
  package var namesElsewhere: String { Self.spelledAsInPyTorch(names) }

  private static func spelledAsInPyTorch(_ text: String) -> String {
    text.replacing("normalisation", with: "normalization")
  }
}
