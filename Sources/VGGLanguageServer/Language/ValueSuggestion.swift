import VGGFindings
import VGGPhrasebooks
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
  static func all(of form: ValueForm) -> [ValueSuggestion] {
    var seen: Set<String> = []
    return form.alternatives.flatMap(suggestions).filter { seen.insert($0.label).inserted }
  }

  private static func suggestions(of form: ValueForm) -> [ValueSuggestion] {
    switch form {
    case .truth: ["true", "false"].map { ValueSuggestion($0, "", text: $0) }
    case .word(let word): [ValueSuggestion(word.text, word.summary, text: word.text)]
    case .pattern(let pattern):
      [
        ValueSuggestion(
          pattern.example, pattern.summary, text: pattern.example,
          snippet: "${1:\(pattern.example)}")
      ]
    case .mapping(let mapping): suggestions(of: mapping)
    case .list, .tuple: [ValueSuggestion("[…]", "A list.", text: "[]", snippet: "[$1]")]
    case .integer, .number, .text, .nothing, .named, .oneOf: []
    }
  }

  /// Suggestions for a mapping by the key that determines its kind, such as `{conv: …}`.
  private static func suggestions(of mapping: MappingForm) -> [ValueSuggestion] {
    guard let key = mapping.requiredKeys.first, mapping.requiredKeys.count == 1 else {
      return [
        ValueSuggestion(
          "{…}", "A mapping: \(EnglishFindings().words(for: mapping.section)).", text: "{}",
          snippet: "{$1}")
      ]
    }
    return [
      ValueSuggestion(
        "{\(key.name): …}", key.summary, text: "{\(key.name): }", snippet: "{\(key.name): $1}")
    ]
  }
}
