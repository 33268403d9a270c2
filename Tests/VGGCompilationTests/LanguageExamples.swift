import VGGDiagnostics
import VGGSpec
import VGGSyntax

/// The parts of the language that examples use, by their sections and names: `convolution: kernel`, `features: M`.
struct LanguageExamples {
  private(set) var parts: Set<String> = []

  /// Adds the parts of a configuration.
  mutating func add(_ text: String) {
    var sources = SourceMap()
    let source = sources.add(SourceFile(name: "example.yaml", text: text))
    guard let root = parseYAML(source, in: sources).root else { return }
    add(root, as: .mapping(ModelKey.file), of: "")
  }

  private mutating func add(_ node: SyntaxNode, as form: ValueForm, of key: String) {
    switch (form, node.content) {
    case (.oneOf(let forms), _): for form in forms { add(node, as: form, of: key) }
    case (.mapping(let mapping), .mapping(let entries)):
      // A mapping with a key of another kind is not of this kind.
      guard entries.allSatisfy({ mapping.key($0.key.value) != nil }) else { return }
      for entry in entries {
        guard let meaning = mapping.key(entry.key.value) else { continue }
        parts.insert(Self.part(meaning.name, of: mapping))
        add(entry.value, as: meaning.form, of: meaning.name)
      }
    case (.named(let value, _), .mapping(let entries)):
      // A model's value may be its features.
      for entry in entries { add(entry.value, as: value, of: ModelKey.features.rawValue) }
    case (.list(let item, _), .sequence(let nodes)):
      for node in nodes { add(node, as: item, of: key) }
    case (.tuple(let items), .sequence(let nodes)):
      for (item, node) in zip(items, nodes) { add(node, as: item, of: key) }
    case (.word(let word), .scalar(let scalar)) where scalar.text == word.text:
      parts.insert("\(key): \(word.text)")
    case (.pattern(let pattern), .scalar(let scalar)):
      if let expression = try? Regex(pattern.expression), scalar.text.contains(expression) {
        parts.insert("\(key): \(pattern.example)")
      }
    case (.truth, _), (.integer, _), (.number, _), (.text, _), (.nothing, _), (.word, _),
      (.pattern, _), (.list, _), (.tuple, _), (.mapping, _), (.named, _):
      break
    }
  }

  /// All parts of the language, except the names of the built-in configurations.
  static var all: Set<String> { parts(of: .mapping(ModelKey.file), of: "") }

  private static func parts(of form: ValueForm, of key: String) -> Set<String> {
    switch form {
    case .oneOf(let forms), .tuple(let forms):
      forms.reduce(into: []) { $0.formUnion(parts(of: $1, of: key)) }
    case .list(let value, _): parts(of: value, of: key)
    case .named(let value, _): parts(of: value, of: ModelKey.features.rawValue)
    case .mapping(let mapping):
      mapping.keys.reduce(into: []) { all, meaning in
        all.insert(part(meaning.name, of: mapping))
        all.formUnion(parts(of: meaning.form, of: meaning.name))
      }
    case .word(let word):
      key == ModelKey.extends.rawValue ? [] : ["\(key): \(word.text)"]
    case .pattern(let pattern): ["\(key): \(pattern.example)"]
    case .truth, .integer, .number, .text, .nothing: []
    }
  }

  private static func part(_ name: String, of mapping: MappingForm) -> String {
    "\(mapping.section): \(name)"
  }
}
