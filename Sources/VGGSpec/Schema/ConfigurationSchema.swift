import VGGDiagnostics

/// The JSON Schema (draft-07) of a configuration, from the keys' meanings.
///
/// It covers one file by itself: the keys and entries that exist, and their bounds.
/// Only `vggc check` checks anything that needs arithmetic or other files.
package enum ConfigurationSchema {
  /// The name of the schema's file.
  package static let fileName = "vggc.schema.json"

  /// The schema's text; equal for equal versions of vggc.
  ///
  /// - Throws: `EncodingError`, which no key can cause.
  package static func text() throws -> String {
    try jsonText(document)
  }

  private static var document: JSONValue {
    var schema = mapping(ModelKey.file) { key in
      described(.object(["$ref": .text("#/definitions/\(key.name)")]), key)
    }
    schema["$schema"] = "http://json-schema.org/draft-07/schema#"
    schema["title"] = "A configuration of vggc, version 1"
    schema["description"] =
      "One VGG-style network, or several. Docs/Language.md explains every key; `vggc check` also checks the arithmetic."
    schema["definitions"] = .object(
      Dictionary(uniqueKeysWithValues: ModelKey.file.keys.map { ($0.name, definition(of: $0)) }))
    return .object(schema)
  }

  /// Under `models` the keys are those of the file.
  private static func definition(of key: KeyMeaning) -> JSONValue {
    guard case .named(let form, let count) = key.form, case .oneOf(let forms) = form else {
      return .object(schema(of: key.form))
    }
    let models = forms.map { form -> JSONValue in
      guard case .mapping(let keys) = form else {
        return .object(["$ref": .text("#/definitions/\(ModelKey.features.rawValue)")])
      }
      return .object(
        mapping(keys) { described(.object(["$ref": .text("#/definitions/\($0.name)")]), $0) })
    }
    return .object(named(["anyOf": .list(models)], count))
  }

  // MARK: - Forms

  private static func schema(of form: ValueForm) -> [String: JSONValue] {
    switch form {
    case .truth: return ["type": "boolean"]
    case .integer(let bounds): return integer(bounds)
    case .number(let bounds):
      return [
        "type": "number", "minimum": number(bounds.lowerBound),
        "maximum": number(bounds.upperBound),
      ]
    // Any scalar is text: a name may be 007, or true.
    case .text: return ["type": ["string", "number", "boolean"], "minLength": 1]
    case .nothing: return ["type": "null"]
    case .word(let word): return ["const": .text(word.text), "description": .text(word.summary)]
    case .pattern(let pattern):
      return [
        "type": "string", "pattern": .text(pattern.expression),
        "description": .text(pattern.summary), "examples": .list([.text(pattern.example)]),
      ]
    case .list(let item, let count):
      var list: [String: JSONValue] = ["type": "array", "items": .object(schema(of: item))]
      if count.lowerBound > 0 { list["minItems"] = .integer(count.lowerBound) }
      list["maxItems"] = .integer(count.upperBound)
      return list
    case .tuple(let items):
      return [
        "type": "array", "items": .list(items.map { .object(schema(of: $0)) }),
        "minItems": .integer(items.count), "maxItems": .integer(items.count),
      ]
    case .mapping(let keys): return mapping(keys) { described(.object(schema(of: $0.form)), $0) }
    case .named(let form, let count): return named(schema(of: form), count)
    case .oneOf(let forms): return oneOf(forms)
    }
  }

  private static func integer(_ bounds: ClosedRange<Int>) -> [String: JSONValue] {
    var schema: [String: JSONValue] = ["type": "integer", "minimum": .integer(bounds.lowerBound)]
    // Beyond 2^53, JSON readers round.
    if bounds.upperBound < .max { schema["maximum"] = .integer(bounds.upperBound) }
    return schema
  }

  private static func number(_ value: Double) -> JSONValue {
    Int(exactly: value).map { .integer($0) } ?? .number(value)
  }

  private static func mapping(
    _ form: MappingForm, _ property: (KeyMeaning) -> JSONValue
  ) -> [String: JSONValue] {
    var schema: [String: JSONValue] = [
      "type": "object", "additionalProperties": false,
      "properties": .object(
        Dictionary(uniqueKeysWithValues: form.keys.map { ($0.name, property($0)) })),
    ]
    let required = form.keys.filter(\.isRequired).map { JSONValue.text($0.name) }
    if !required.isEmpty { schema["required"] = .list(required) }
    if !form.needsOneOf.isEmpty {
      schema["anyOf"] = .list(form.needsOneOf.map { .object(["required": .list([.text($0)])]) })
    }
    return schema
  }

  private static func named(
    _ form: [String: JSONValue], _ count: ClosedRange<Int>
  ) -> [String: JSONValue] {
    [
      "type": "object", "additionalProperties": .object(form),
      "minProperties": .integer(count.lowerBound), "maxProperties": .integer(count.upperBound),
    ]
  }

  /// The words as one enumeration, which editors complete, and the other forms.
  private static func oneOf(_ forms: [ValueForm]) -> [String: JSONValue] {
    let words = forms.flatMap { form -> [Word] in
      if case .word(let word) = form { [word] } else { [] }
    }
    let others = forms.filter { if case .word = $0 { false } else { true } }
    let enumeration: [String: JSONValue] = [
      "enum": .list(words.map { .text($0.text) }),
      "enumDescriptions": .list(words.map { .text($0.summary) }),
    ]
    if others.isEmpty { return enumeration }
    let alternatives = (words.isEmpty ? [] : [enumeration]) + others.map(schema)
    return ["anyOf": .list(alternatives.map { .object($0) })]
  }

  // MARK: - Words

  /// The schema with the key's sentence and its default.
  private static func described(_ schema: JSONValue, _ key: KeyMeaning) -> JSONValue {
    guard case .object(var members) = schema else { return schema }
    switch key.standard {
    case .value(let value):
      members["default"] = JSONValue(value)
      members["description"] = .text("\(key.summary) Default: \(value.yaml).")
    case .rule(let rule): members["description"] = .text("\(key.summary) Default: \(rule).")
    case .required: members["description"] = .text(key.summary)
    }
    return .object(members)
  }
}

extension JSONValue {
  fileprivate init(_ value: LanguageValue) {
    self =
      switch value {
      case .truth(let value): .truth(value)
      case .integer(let value): .integer(value)
      case .number(let value): .number(value)
      case .word(let text): .text(text)
      case .list(let values): .list(values.map { JSONValue($0) })
      }
  }
}

extension JSONValue: ExpressibleByArrayLiteral {
  init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
}
