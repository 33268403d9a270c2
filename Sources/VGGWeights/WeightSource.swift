/// A source of a network's weights by name: a file, or an initialiser.
///
/// Names are those of torchvision's state dictionaries: `features.0.weight`, `classifier.6.bias`.
public protocol WeightSource: Sendable {
  /// The tensor called `name`.
  ///
  /// - Parameters:
  ///   - name: torchvision's name, such as `features.0.weight`.
  ///   - shape: The extents that the tensor must have, outermost first; a convolution's weight is
  ///     output channels x input channels x kernel height x kernel width, a linear layer's outputs x
  ///     inputs.
  /// - Throws: `WeightError` if there is no such tensor, or it has another shape or does not have a
  ///   floating-point type.
  func tensor(_ name: String, shape: [Int]) throws -> WeightTensor
}
