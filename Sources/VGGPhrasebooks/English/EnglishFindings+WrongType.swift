import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: WrongType) -> FindingWords {
    switch finding {
    case .value(let subject, let expectation, let kind):
      FindingWords("\(mustBe(subject, expectation)), not \(words(for: kind))")
    case .count(let subject, let expectation, let found):
      FindingWords(
        "\(mustBe(subject, expectation)), but this list has \(found) \(found == 1 ? "entry" : "entries")"
      )
    case .truth(let subject, let kind, _, _):
      FindingWords("\(mustBe(subject, .truth)), not \(words(for: kind))")
    case .emptyText(let subject):
      FindingWords("\(mustBe(subject, .text)), but it is empty")
    case .quoted(let subject, let expectation, _):
      FindingWords("\(mustBe(subject, expectation)), but the quotes make it a string")
    case .root(let kind, let lacksSpace):
      FindingWords(
        "a configuration must be a mapping of keys, not \(words(for: kind))",
        notes: [
          Note(
            lacksSpace
              ? "a key's colon needs a space after it: `name: tiny`"
              : "start with `features: [64, M, …]`")
        ])
    case .labelMapping(let list):
      FindingWords(
        "\(mustBe(.key("labels"), .labels)), not \(words(for: .mapping))",
        notes: list == nil
          ? [Note("list the names in output order, starting with number 0")]
          : [])
    case .key(let kind): FindingWords("a key must be a name, not \(words(for: kind))")
    case .nestedFeatures:
      FindingWords("lists in `features` can't be nested; write the entries out")
    case .paddingWord(let word, _):
      FindingWords(
        "a pooling layer's \(mustBe(.key("padding"), .sides)), not the string \"\(word)\"",
        notes: [
          Note(
            "Keras's `valid` is 0; for a 2x2 pooling layer with stride 2, `same` is `ceil: true`")
        ])
    case .valueOfWord(let word): FindingWords("`\(word)` takes no value; write `- \(word)`")
    }
  }

  private func mustBe(_ subject: Subject, _ expectation: Expectation) -> String {
    "\(words(for: subject)) must be \(words(for: expectation))"
  }
}
