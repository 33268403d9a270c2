/// A layer's number that some backends need not know.
struct FieldException: Sendable {
  let field: String
  let backends: Set<String>
  let reason: String

  static let all: [FieldException] = []
}
