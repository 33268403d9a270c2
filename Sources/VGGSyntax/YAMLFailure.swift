import CYAML

/// The reason that libyaml gave up, and the place.
struct YAMLFailure: Error {
  enum Place {
    /// Scalar indices; the context is where the construct started that could not be finished.
    case scalars(problem: Int, context: Int?)
    /// A byte offset: the reader failed before it got to characters.
    case byte(Int)
  }

  /// libyaml's words for a `: ` in the middle of a value.
  static let unexpectedColon = "mapping values are not allowed in this context"

  /// libyaml's words for a character that YAML does not allow.
  static let controlCharacter = "control characters are not allowed"

  let problem: String
  /// The character that the reader rejects.
  let character: UInt32?
  let context: String?
  let place: Place

  init(_ parser: yaml_parser_t) {
    let problem = parser.problem.map { String(cString: $0) } ?? "the text is not YAML"
    if parser.error == YAML_READER_ERROR {
      context = nil
      place = .byte(Int(parser.problem_offset))
      character = UInt32(exactly: parser.problem_value)
      self.problem = problem
    } else {
      character = nil
      self.problem = parser.error == YAML_MEMORY_ERROR ? "out of memory" : problem
      context = parser.context.map { String(cString: $0) }
      place = .scalars(
        problem: Int(parser.problem_mark.index),
        context: parser.context.map { _ in Int(parser.context_mark.index) })
    }
  }
}
