/// The durations of a training step's parts.
package struct StepProfile: Sendable {
  /// A layer's name, with those fused into it left out, its way forward and its way back.
  package struct Part: Sendable {
    package let layer: String
    package let notation: String
    package var forward: Duration
    package var backward: Duration
  }

  package var parts: [Part]
  /// The optimiser's.
  package var update: Duration
}
