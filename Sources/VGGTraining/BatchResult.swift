/// The result of a batch.
package struct BatchResult: Hashable, Sendable {
  /// The mean cross-entropy.
  package let loss: Double
  /// Images whose largest output is at their label.
  package let correct: Int
}
