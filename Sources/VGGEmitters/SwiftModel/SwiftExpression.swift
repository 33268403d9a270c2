/// A Swift expression.
indirect enum SwiftExpression: Hashable, Sendable {
  /// For example: `conv1_1`.
  case identifier(String)
  /// For example: `25_088_000`.
  case integer(Int)
  /// For example: `0.0005`.
  case number(Double)
  /// The string's value; the renderer escapes it.
  case string(String)
  case boolean(Bool)
  case `nil`
  /// For example: `[0.485, 0.456, 0.406]`.
  case array([SwiftExpression])
  /// For example: `(output: map1_2, taps: taps)`.
  case tuple([SwiftArgument])
  /// For example: `Custom.self`, or `.executableTarget` without a base.
  case member(SwiftExpression?, String)
  /// For example: `Conv3x3("features.0", from: weights)`.
  case call(SwiftExpression, [SwiftArgument])
  /// For example: `try Custom(weights: weights)`.
  case `try`(SwiftExpression)
  /// For example: `{ weights, image in try Custom(weights: weights)(image) }`.
  case closure([String], SwiftExpression)

  /// A call of the function or type `name`.
  static func call(_ name: String, _ arguments: SwiftArgument...) -> SwiftExpression {
    .call(.identifier(name), arguments)
  }

  /// A call of the method `name` on this value.
  func calling(_ name: String, _ arguments: SwiftArgument...) -> SwiftExpression {
    .call(.member(self, name), arguments)
  }
}

/// An argument of a call, with its label if it has one.
struct SwiftArgument: Hashable, Sendable {
  var label: String?
  var value: SwiftExpression

  init(_ value: SwiftExpression) {
    self.value = value
  }

  init(_ label: String, _ value: SwiftExpression) {
    self.label = label
    self.value = value
  }
}
