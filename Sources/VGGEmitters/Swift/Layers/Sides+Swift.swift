import VGGSpec

extension Sides {
  /// `3`, or `Sides(height: 3, width: 5)`, the runtime's type for two numbers.
  var swiftExpression: SwiftExpression {
    isSquare
      ? .integer(height)
      : .call(
        "Sides", SwiftArgument("height", .integer(height)), SwiftArgument("width", .integer(width)))
  }
}
