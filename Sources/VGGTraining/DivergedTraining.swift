/// A loss that is no number any more, or infinite: the step's weights are left as they were.
package struct DivergedTraining: Error, Hashable, CustomStringConvertible {
  /// Which step, from 0.
  package let step: Int
  package let rate: Double
  package let loss: Double

  package var description: String {
    "the loss is \(loss) in step \(step + 1) at rate \(rate); "
      + "try a tenth of the rate, or gradient clipping"
  }
}
