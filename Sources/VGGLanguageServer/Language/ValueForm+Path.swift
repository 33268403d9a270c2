import VGGSpec
import VGGSyntax

extension ValueForm {
  /// A whole configuration.
  static var configuration: ValueForm { .mapping(ModelKey.file) }

  /// The form of the value at the end of a path from here; `nil` if the language allows no value there.
  func form(at path: some Collection<YAMLCursor.Step>) -> ValueForm? {
    path.reduce(Optional(self)) { form, step in form?.form(at: step) }
  }

  private func form(at step: YAMLCursor.Step) -> ValueForm? {
    let forms: [ValueForm] = alternatives.flatMap { form -> [ValueForm] in
      switch (form, step) {
      case (.mapping(let mapping), .key(let name)): mapping.key(name).map { [$0.form] } ?? []
      case (.named(let value, _), .key): [value]
      case (.list(let item, _), .item): [item]
      case (.tuple(let items), .item): items
      case (.mapping, .item), (.named, .item), (.list, .key), (.tuple, .key): []
      case (.truth, _), (.integer, _), (.number, _), (.text, _), (.nothing, _), (.word, _),
        (.pattern, _),
        (.oneOf, _):
        []
      }
    }
    return forms.isEmpty ? nil : .oneOf(forms)
  }

  /// The forms that the user may choose from.
  var alternatives: [ValueForm] {
    if case .oneOf(let forms) = self { forms.flatMap(\.alternatives) } else { [self] }
  }

  /// The keys that a mapping here may have in addition to those present.
  ///
  /// If mappings of several kinds are allowed, a key that only one kind has decides which; without one,
  /// those keys are the choices.
  func keys(besides present: Set<String>) -> [KeyMeaning] {
    let kinds = mappings
    guard kinds.count > 1 else {
      return (kinds.first?.keys ?? []).filter { !present.contains($0.name) }
    }
    guard let kind = kind(with: present) else {
      return present.isEmpty ? kinds.flatMap(\.requiredKeys) : []
    }
    return kind.keys.filter { !present.contains($0.name) }
  }

  /// The meaning of a key of a mapping here that also has other keys.
  func meaning(ofKey name: String, beside others: Set<String>) -> KeyMeaning? {
    kind(with: others.union([name]))?.key(name)
      ?? mappings.lazy.compactMap { $0.key(name) }.first
  }

  /// The kind of mapping that requires one of these keys.
  private func kind(with keys: Set<String>) -> MappingForm? {
    mappings.first { $0.requiredKeys.contains { keys.contains($0.name) } }
  }
}

extension MappingForm {
  /// The keys that the mapping must have.
  var requiredKeys: [KeyMeaning] { keys.filter(\.isRequired) }
}

extension KeyMeaning {
  /// The key's purpose and default, in the language of a phrasebook.
  func text(in phrases: any KeyPhrasebook) -> String {
    let words = key.documentation(in: phrases)
    return switch standard {
    case .required: words.summary
    case .rule(let rule): "\(words.summary)\n\n\(phrases.line(onDefault: words.rule ?? rule))"
    case .value(let value): "\(words.summary)\n\n\(phrases.line(onDefault: "`\(value.yaml)`"))"
    }
  }
}
