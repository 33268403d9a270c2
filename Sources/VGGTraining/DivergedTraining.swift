/// A training run whose numbers are no longer finite. The last checkpoint is unchanged.
package struct DivergedTraining: Error, Hashable, CustomStringConvertible {
  /// A number that is not finite.
  package enum Quantity: Hashable, Sendable {
    /// The loss of a step, before it changed any weight.
    case loss(Double)
    /// The loss on the photos held back.
    case testLoss(Double)
    /// A value of the tensor of this name.
    case tensor(String)
  }

  package let quantity: Quantity
  /// The number of steps before it.
  package let step: Int
  package let rate: Double

  package var description: String {
    let finding =
      switch quantity {
      case .loss(let loss): "the loss is \(word(for: loss)) in step \(step + 1)"
      case .testLoss(let loss): "the test loss is \(word(for: loss)) after step \(step)"
      case .tensor(let name): "\(name) contains values that are not finite after step \(step)"
      }
    return "\(finding) at rate \(rate); try a tenth of the rate, or gradient clipping"
  }

  /// `nan`, whatever its sign.
  private func word(for loss: Double) -> String { loss.isNaN ? "nan" : "\(loss)" }
}
