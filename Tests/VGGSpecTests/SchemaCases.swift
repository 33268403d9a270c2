import VGGDiagnostics
import VGGFindings
import VGGSpec
import VGGTestSupport

/// Configurations with right and wrong values for every form of value in the key descriptions.
enum SchemaCases {
  /// The values that are tried everywhere, whatever belongs there.
  private static let strangers = ["true", "-1", "1.5", "abc", "[]", "{}", "null", "\"8\""]

  /// The keys of a configuration in which only the value under test can be wrong.
  private static let base: [ModelKey: String] = [
    .input: "[3, 32, 32]", .features: "[16, M]", .classifier: "{hidden: [], classes: 4}",
  ]

  static let configurations: [String] = {
    var texts = [
      configuration([.features: "[16, M]", .name: "a"]), "name: a\n", "models: {}\n", "[]\n",
      configuration([.features: "[16, M]"]) + "unheard_of: 1\n",
    ]
    for key in ModelKey.allCases {
      for value in values(of: key.meaning.form) + strangers {
        texts.append(configuration([key: value]))
      }
    }
    return Array(Set(texts)).sorted()
  }()

  /// A configuration that states a default, and the same configuration without it.
  static let statedDefaults: [(stated: String, absent: String)] = {
    var pairs: [(stated: String, absent: String)] = []
    for key in ModelKey.allCases where key != .models {
      if case .value(let value) = key.meaning.standard {
        let absent = configuration([:], without: key)
        pairs.append((absent + "\(key.rawValue): \(value.yaml)\n", absent))
      }
      for mapping in key.meaning.form.mappings {
        pairs += stated(mapping).map { (configuration([key: $0.0]), configuration([key: $0.1])) }
      }
    }
    for mapping in ModelKey.features.meaning.form.items?.mappings ?? [] {
      pairs += stated(mapping).map { stated, absent in
        (
          configuration([.features: "[16, \(stated)]"]),
          configuration([.features: "[16, \(absent)]"])
        )
      }
    }
    return pairs
  }()

  /// Whether a diagnostic of the resolver depends on neighbouring values, their order, other files,
  /// or the notation of a number.
  static func needsMoreThanOneValue(_ diagnostic: Diagnostic) -> Bool {
    [
      "a pooling layer's padding must be at most half", "must start with its smaller value",
      "steps must increase", "the rate is set twice", "is for ", "no built-in configuration",
      "can't read label file", "the kernel comes first", "`features` is missing",
      "such as 20M, not the number", "such as 64MiB, not the number",
    ].contains { diagnostic.message.contains($0) }
  }

  private static func stated(_ mapping: MappingForm) -> [(String, String)] {
    let needed = mapping.keys.filter(\.isRequired).map { "\($0.name): \(example($0.form))" }
    return mapping.keys.compactMap { key in
      guard case .value(let value) = key.standard else { return nil }
      let entry = "\(key.name): \(value.yaml)"
      return (
        "{\((needed + [entry]).joined(separator: ", "))}", "{\(needed.joined(separator: ", "))}"
      )
    }
  }

  private static func configuration(
    _ values: [ModelKey: String], without absent: ModelKey? = nil
  ) -> String {
    var all = base
    if values[.models] != nil { all[.features] = nil }
    for (key, value) in values { all[key] = value }
    if let absent { all[absent] = nil }
    return ModelKey.allCases.compactMap { key in
      all[key].map { "\(key.rawValue): \($0)\n" }
    }.joined()
  }

  /// A valid value.
  private static func example(_ form: ValueForm) -> String {
    switch form {
    case .truth: "false"
    case .integer(let bounds): "\(min(max(3, bounds.lowerBound), bounds.upperBound))"
    case .number(let bounds): "\(bounds.contains(0.5) ? 0.5 : bounds.lowerBound)"
    case .text: "abc"
    case .nothing: "null"
    case .word(let word): word.text
    case .pattern(let pattern): pattern.example
    case .list(let item, _): "[\(example(item))]"
    case .tuple(let items): "[\(items.map(example).joined(separator: ", "))]"
    case .mapping(let mapping):
      "{\(mapping.keys.filter(\.isRequired).map { "\($0.name): \(example($0.form))" }.joined(separator: ", "))}"
    case .named(let form, _): "{a: \(example(form))}"
    case .oneOf(let forms): example(forms[0])
    }
  }

  /// Valid values, values on their bounds, and values past them.
  private static func values(of form: ValueForm) -> [String] {
    switch form {
    case .truth: return ["true", "false", "yes", "1"]
    case .integer(let bounds):
      let upper =
        bounds.upperBound == .max ? [] : ["\(bounds.upperBound)", "\(bounds.upperBound + 1)"]
      return ["\(bounds.lowerBound)", "\(bounds.lowerBound - 1)"] + upper
    case .number(let bounds):
      return [
        "\(bounds.lowerBound)", "\(bounds.upperBound)", "\(bounds.lowerBound - 1)",
        "\(bounds.upperBound * 2 + 1)",
      ]
    case .text: return ["abc", "007", "true", "\"\""]
    case .nothing: return ["null", "~"]
    case .word(let word): return [word.text, word.text + "x", "\"\(word.text)\""]
    case .pattern(let pattern):
      return [pattern.example, pattern.example + "x", "0" + pattern.example]
    case .list(let item, let count):
      let items = (values(of: item) + strangers).map { "[\($0)]" }
      return items + ["[\(example(item)), \(example(item))]"]
        + (count.lowerBound == 0 ? ["[]"] : [])
    case .tuple(let items):
      let examples = items.map(example)
      var lists = [
        examples.joined(separator: ", "), examples.dropLast().joined(separator: ", "),
        (examples + examples.prefix(1)).joined(separator: ", "),
      ]
      for (index, item) in items.enumerated() {
        for value in values(of: item) + ["abc"] {
          var changed = examples
          changed[index] = value
          lists.append(changed.joined(separator: ", "))
        }
      }
      return lists.map { "[\($0)]" }
    case .mapping(let mapping): return values(of: mapping)
    case .named(let form, _):
      return (values(of: form) + strangers).prefix(300).map { "{a: \($0)}" } + ["{}"]
    case .oneOf(let forms): return forms.flatMap(values)
    }
  }

  private static func values(of mapping: MappingForm) -> [String] {
    let needed = mapping.keys.filter(\.isRequired)
    func text(_ entries: [String]) -> String { "{\(entries.joined(separator: ", "))}" }
    func entries(but name: String) -> [String] {
      needed.filter { $0.name != name }.map { "\($0.name): \(example($0.form))" }
    }
    var texts = [text(entries(but: "")), text(entries(but: "") + ["unheard_of: 1"])]
    for key in mapping.keys {
      if key.isRequired { texts.append(text(entries(but: key.name))) }
      for value in values(of: key.form) + strangers {
        texts.append(text(entries(but: key.name) + ["\(key.name): \(value)"]))
      }
    }
    return texts
  }
}
