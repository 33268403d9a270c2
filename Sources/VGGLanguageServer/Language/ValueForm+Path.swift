import VGGSpec
import VGGSyntax

extension ValueForm {
  /// A whole configuration.
  static var configuration: ValueForm { .mapping(ModelKey.file) }

  /// What may stand at the end of a path from here; `nil` where the language has nothing.
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

  /// The forms among which the user may choose.
  var alternatives: [ValueForm] {
    if case .oneOf(let forms) = self { forms.flatMap(\.alternatives) } else { [self] }
  }

  /// The keys of a mapping here, besides those that it has.
  ///
  /// Where mappings of several kinds may stand, a key that only one kind has decides; without it,
  /// those keys are what may be chosen.
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

  /// What a key of a mapping here means, which has others, too.
  func meaning(ofKey name: String, beside others: Set<String>) -> KeyMeaning? {
    kind(with: others.union([name]))?.key(name)
      ?? mappings.lazy.compactMap { $0.key(name) }.first
  }

  /// The kind of mapping to which one of these keys alone belongs.
  private func kind(with keys: Set<String>) -> MappingForm? {
    mappings.first { $0.requiredKeys.contains { keys.contains($0.name) } }
  }
}

extension MappingForm {
  /// The keys without which it is none.
  var requiredKeys: [KeyMeaning] { keys.filter(\.isRequired) }
}

extension KeyMeaning {
  /// What it is for, and what holds without it.
  var documentation: String {
    switch standard {
    case .required: summary
    case .rule(let rule): "\(summary)\n\nDefault: \(rule)."
    case .value(let value): "\(summary)\n\nDefault: `\(value.yaml)`."
    }
  }
}
