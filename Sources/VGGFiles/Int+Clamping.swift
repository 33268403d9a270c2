extension Int {
  /// The whole part of `value`; the largest or smallest `Int` if it is out of range, and 0 if it is not a number.
  ///
  /// `Int(_:)` ends the process on such values. `WholeNumberTests` finds uses of it.
  package init(clamping value: Double) {
    self = Int(exactly: value.rounded(.towardZero)) ?? (value.isNaN ? 0 : value < 0 ? .min : .max)
  }
}
