import VGGSpec

/// A function that is applied to each value separately, in maps and in vectors; the shape is unchanged.
package protocol ActivationOperation: LayerOperation {
  /// The function's name in the language.
  var activation: Activation { get }
  /// The result for a value x, such as `max(0, x)`.
  var formula: String { get }
}

extension ActivationOperation {
  package static var group: LayerGroup { .activation }
  package static var paperName: PaperNameRule { .afterWeights(name.filter { $0 != "_" }) }
  package static var worksInPlace: Bool { true }
}

extension Activation {
  /// Whether its results are bounded on both sides.
  package var isBounded: Bool {
    switch self {
    case .sigmoid, .tanh: true
    case .relu, .leakyReLU, .elu, .prelu, .gelu, .silu: false
    }
  }

  /// The layer that applies the function.
  package var operation: any ActivationOperation {
    switch self {
    case .relu: ReLU()
    case .leakyReLU(let slope): LeakyReLU(slope: slope)
    case .elu(let alpha): ELU(alpha: alpha)
    case .prelu: PReLU()
    case .gelu: GELU()
    case .silu: SiLU()
    case .sigmoid: Sigmoid()
    case .tanh: Tanh()
    }
  }
}

extension LayerKind {
  /// The function of an activation; `nil` for the other kinds.
  package var activation: (any ActivationOperation)? { operation as? any ActivationOperation }
}
