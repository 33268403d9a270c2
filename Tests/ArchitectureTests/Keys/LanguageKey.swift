import VGGFindings
import VGGSpec

/// A key of the language, in its mapping: `training.rate`, `convolution.stride`.
struct LanguageKey: Hashable, Sendable, CustomStringConvertible {
  let section: Section
  let name: String

  var description: String { "\(section).\(name)" }

  /// Every key that a configuration can have, from the tables that the reader uses.
  static let all: Set<LanguageKey> = {
    var found: Set<LanguageKey> = []
    collect(from: .mapping(ModelKey.file), into: &found)
    return found
  }()

  private static func collect(from form: ValueForm, into found: inout Set<LanguageKey>) {
    switch form {
    case .mapping(let mapping):
      for key in mapping.keys
      where found.insert(LanguageKey(section: mapping.section, name: key.name)).inserted {
        collect(from: key.form, into: &found)
      }
    case .list(let item, _): collect(from: item, into: &found)
    case .tuple(let forms), .oneOf(let forms):
      for form in forms { collect(from: form, into: &found) }
    case .named(let value, _): collect(from: value, into: &found)
    case .truth, .integer, .number, .text, .nothing, .word, .pattern: break
    }
  }
}
