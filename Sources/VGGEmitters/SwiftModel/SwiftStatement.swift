/// A Swift statement, or a comment or blank line between statements.
enum SwiftStatement: Hashable, Sendable {
  /// For example: `let map1_1 = conv1_1(image).relu()`; the type is written only if given.
  case constant(String, type: SwiftType? = nil, SwiftExpression)
  /// For example: `conv1_1 = try Conv3x3("features.0", from: weights)`.
  case assignment(String, SwiftExpression)
  case `return`(SwiftExpression)
  case expression(SwiftExpression)
  /// A `//` comment, wrapped to the line length.
  case comment(String)
  case blankLine
}
