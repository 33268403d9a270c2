/// The durations of a training step's parts.
package struct StepProfile: Sendable {
  /// A layer's name, without those of layers fused into it, and the durations of its forward and backward pass.
  package struct Part: Sendable {
    package let layer: String
    package let notation: String
    package var forward: Duration
    package var backward: Duration
  }

  package var parts: [Part]
  /// The optimiser's duration.
  package var update: Duration
}
