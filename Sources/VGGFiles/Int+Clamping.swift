extension Int {
  /// The whole part of `value`; the largest or smallest `Int` where it lies beyond these, and 0 for what is not a number.
  ///
  /// `Int(_:)` ends the process on such values. `WholeNumberTests` finds where it is used.
  package init(clamping value: Double) {
    self = Int(exactly: value.rounded(.towardZero)) ?? (value.isNaN ? 0 : value < 0 ? .min : .max)
  }
}
