import VGGSpec

/// A value that completion offers at a position.
struct ValueSuggestion: Hashable {
  let label: String
  let documentation: String
  /// The inserted text, without the parts that the user fills in.
  let text: String
  /// The same with placeholders for the parts that the user fills in, in the protocol's notation; `nil` if
  /// there is nothing to fill in.
  var snippet: String?

  /// Suggests the name of a layer.
  init(layer name: String, _ documentation: String) {
    self.init(name, documentation, text: name)
  }

  private init(_ label: String, _ documentation: String, text: String, snippet: String? = nil) {
    self.label = label
    self.documentation = documentation
    self.text = text
    self.snippet = snippet
  }

  /// All suggestions for a form: its words, examples of its patterns, the brackets of its lists and
  /// mappings.
  static func all(of form: ValueForm, in phrases: any KeyPhrasebook) -> [ValueSuggestion] {
    var seen: Set<String> = []
    return form.alternatives.flatMap { suggestions(of: $0, in: phrases) }
      .filter { seen.insert($0.label).inserted }
  }

  private static func suggestions(
    of form: ValueForm, in phrases: any KeyPhrasebook
  ) -> [ValueSuggestion] {
    switch form {
    case .truth: ["true", "false"].map { ValueSuggestion($0, "", text: $0) }
    case .word(let word): [ValueSuggestion(word.text, phrases.summary(of: word), text: word.text)]
    case .pattern(let pattern):
      [
        ValueSuggestion(
          pattern.example, phrases.summary(of: pattern), text: pattern.example,
          snippet: "${1:\(pattern.example)}")
      ]
    case .mapping(let mapping): suggestions(of: mapping, in: phrases)
    case .list, .tuple:
      [ValueSuggestion("[…]", phrases.listSummary, text: "[]", snippet: "[$1]")]
    case .integer, .number, .text, .nothing, .named, .oneOf: []
    }
  }

  /// Suggestions for a mapping by the key that determines its kind, such as `{conv: …}`.
  private static func suggestions(
    of mapping: MappingForm, in phrases: any KeyPhrasebook
  ) -> [ValueSuggestion] {
    guard let key = mapping.requiredKeys.first, mapping.requiredKeys.count == 1 else {
      return [
        ValueSuggestion(
          "{…}", phrases.summary(of: mapping.section), text: "{}", snippet: "{$1}")
      ]
    }
    return [
      ValueSuggestion(
        "{\(key.name): …}", key.key.documentation(in: phrases).summary, text: "{\(key.name): }",
        snippet: "{\(key.name): $1}")
    ]
  }
}
