/// A position in the structure of a YAML text.
///
/// It is found from the text before the place, so it is known while that is being typed and the
/// whole is not yet YAML.
package struct YAMLCursor: Sendable, Equatable {
  /// A step from a value to one within it.
  package enum Step: Hashable, Sendable {
    case key(String)
    case item
  }

  package enum Role: Sendable {
    /// A key of the mapping at the path.
    case key
    /// The value at the path, with its key.
    case value
    /// An item of a list, at the path; it may be a scalar or the first key of a mapping.
    case item
  }

  package let path: [Step]
  package let role: Role
  /// The part of a word before the place; empty between words.
  package let word: Range<Int>
  /// The other keys of the mapping that contains the place.
  package let siblings: Set<String>
  /// The brackets that would close the lists and mappings in brackets around the place, the innermost first: `]}`.
  package let closingBrackets: String

  /// The position of a UTF-8 offset; `nil` in comments, block scalars and where nothing can be written.
  package init?(at offset: Int, in bytes: [UInt8]) {
    var before = CursorScanner(bytes, end: min(max(offset, 0), bytes.count))
    before.run()
    guard let place = before.place else { return nil }
    var whole = CursorScanner(bytes, end: bytes.count)
    whole.run()
    path = place.path
    role = place.role
    word = place.wordStart..<before.end
    siblings = Set(
      whole.keys(ofMapping: place.mapping, at: place.mappingPath)
        .filter { $0.offset != place.wordStart }.map(\.name))
    closingBrackets = before.closingBrackets
  }
}
