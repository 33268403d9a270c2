import VGGFindings

/// The keys that a mapping of the language may have.
///
/// Each mapping has one such type: what is read within which bounds, what is suggested for a
/// misspelt key, what editors complete, and the JSON Schema all come from it.
package protocol ConfigurationKey: CaseIterable, RawRepresentable, Hashable, Sendable
where RawValue == String {
  /// The mapping, as findings name it.
  static var section: Section { get }

  /// What other tools call the same thing: the key that was meant, by the name that was written.
  static var otherNames: [String: Self] { get }

  /// What it is for and what may stand under it.
  var meaning: KeyMeaning { get }
}

extension ConfigurationKey {
  package static var otherNames: [String: Self] { [:] }

  /// The key that was meant by a name that is none: another tool's, or misspelt.
  static func meant(by name: String) -> Self? {
    otherNames[name.lowercased()]
      ?? nearestName(to: name, among: allCases.map(\.rawValue)).flatMap { Self(rawValue: $0) }
  }

  /// This key's meaning.
  func means(_ summary: String, _ form: ValueForm, default standard: KeyMeaning.Default)
    -> KeyMeaning
  {
    KeyMeaning(name: rawValue, summary: summary, form: form, standard: standard)
  }
}
