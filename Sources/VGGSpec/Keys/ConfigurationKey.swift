import VGGFindings

/// The keys that a mapping of the language may have.
///
/// Each mapping has one such type: the bounds for reading, the suggestions for a misspelt key,
/// completion in editors and the JSON Schema all come from it.
package protocol ConfigurationKey: CaseIterable, RawRepresentable, Hashable, Sendable
where RawValue == String {
  /// The mapping, as findings name it.
  static var section: Section { get }

  /// Other tools' names for the same keys, with the key that each means.
  static var otherNames: [String: Self] { get }

  /// The key's purpose and the values that it may have.
  var meaning: KeyMeaning { get }

  /// The key's documentation in the language of a phrasebook.
  func documentation(in phrases: any KeyPhrasebook) -> KeyDocumentation
}

extension ConfigurationKey {
  package static var otherNames: [String: Self] { [:] }

  /// The key meant by a name that is not a key: another tool's name, or a misspelling.
  static func meant(by name: String) -> Self? {
    otherNames[name.lowercased()]
      ?? nearestName(to: name, among: allCases.map(\.rawValue)).flatMap { Self(rawValue: $0) }
  }

  /// This key's meaning.
  func means(_ summary: String, _ form: ValueForm, default standard: KeyMeaning.Default)
    -> KeyMeaning
  {
    KeyMeaning(key: self, name: rawValue, summary: summary, form: form, standard: standard)
  }
}
