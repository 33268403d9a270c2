import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: WrongType) -> FindingWords {
    switch finding {
    case .value(let subject, let expectation, let kind):
      FindingWords("\(mustBe(subject, expectation)), and this is \(words(for: kind))")
    case .count(let subject, let expectation, let found):
      FindingWords(
        "\(mustBe(subject, expectation)), and this list has \(found) \(found == 1 ? "entry" : "entries")"
      )
    case .truth(let subject, let kind, _, _):
      FindingWords("\(mustBe(subject, .truth)), and this is \(words(for: kind))")
    case .emptyText(let subject):
      FindingWords("\(mustBe(subject, .text)), and there is none")
    case .quoted(let subject, let expectation, _):
      FindingWords("\(mustBe(subject, expectation)), and this is text, because of the quotes")
    case .root(let kind, let lacksSpace):
      FindingWords(
        "a configuration is a mapping of keys, and this is \(words(for: kind))",
        notes: [
          Note(
            lacksSpace
              ? "a key's colon needs a space after it: `name: tiny`"
              : "start with `features: [64, M, …]`")
        ])
    case .labelMapping(let list):
      FindingWords(
        "\(mustBe(.key("labels"), .labels)), and this is \(words(for: .mapping))",
        notes: list == nil
          ? [Note("write the names in the order of the outputs, of which the first is number 0")]
          : [])
    case .key(let kind): FindingWords("a key must be a name, and this is \(words(for: kind))")
    case .nestedFeatures:
      FindingWords("a features entry is a list; lists do not nest, so write its entries out")
    case .paddingWord(let word, _):
      FindingWords(
        "a pooling layer's \(mustBe(.key("padding"), .sides)), and this is the text \"\(word)\"",
        notes: [
          Note("Keras's `valid` is 0; for a 2x2 pooling layer of stride 2, `same` is `ceil: true`")
        ])
    case .valueOfWord(let word): FindingWords("`\(word)` takes no value; write `- \(word)`")
    }
  }

  private func mustBe(_ subject: Subject, _ expectation: Expectation) -> String {
    "\(words(for: subject)) must be \(words(for: expectation))"
  }
}
