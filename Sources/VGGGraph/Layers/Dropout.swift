/// Sets values to zero with the given probability while training, and does nothing at inference
/// (`torch.nn.Dropout`).
package struct Dropout: Hashable, Sendable {
  package let probability: Double

  package init(probability: Double) {
    self.probability = probability
  }
}
