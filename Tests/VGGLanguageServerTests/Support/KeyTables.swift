import VGGFindings
import VGGSpec

@testable import VGGLanguageServer

/// Every key, word and pattern that a configuration can have, from the tables that the reader uses.
struct KeyTables: Sendable {
  private struct Place: Hashable, Sendable {
    let section: Section
    let name: String
  }

  private(set) var keys: [KeyMeaning] = []
  private(set) var words: [Word] = []
  private(set) var patterns: [TextPattern] = []
  private var seen: Set<Place> = []

  init() { collect(from: .configuration) }

  private mutating func collect(from form: ValueForm) {
    switch form {
    case .mapping(let mapping):
      for key in mapping.keys {
        let place = Place(section: mapping.section, name: key.name)
        guard seen.insert(place).inserted else { continue }
        keys.append(key)
        collect(from: key.form)
      }
    case .list(let item, _): collect(from: item)
    case .tuple(let forms), .oneOf(let forms):
      for form in forms { collect(from: form) }
    case .named(let value, _): collect(from: value)
    case .word(let word): words.append(word)
    case .pattern(let pattern): patterns.append(pattern)
    case .truth, .integer, .number, .text, .nothing: break
    }
  }
}
