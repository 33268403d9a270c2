import VGGFiles

/// Weights for an untrained network: the same for the same seed, whatever the order of requests.
///
/// The initial values of torchvision's VGG: convolution weights by Kaiming's normal rule (fan-out,
/// gain of ReLU: deviation `sqrt(2 / (output channels * kernel height * kernel width))`), linear
/// weights N(0, 0.01), biases 0; batch norm as the identity: weight and running variance 1, bias
/// and running mean 0; the slope of a PReLU 0.25.
public struct SeededInitializer: WeightSource {
  /// The seed; equal seeds produce equal weights.
  public let seed: UInt64
  /// The names of tensors that are slopes of PReLUs, which the shape [1] does not show.
  private let slopes: Set<String>

  /// The most elements that one tensor may have: 4 GiB of float32.
  static let largestTensor = 1 << 30

  /// An initialiser whose weights depend only on `seed`.
  public init(seed: UInt64) {
    self.init(seed: seed, slopes: [])
  }

  /// The same for a network in which the tensors called `slopes` are slopes of PReLUs.
  package init(seed: UInt64, slopes: Set<String>) {
    (self.seed, self.slopes) = (seed, slopes)
  }

  /// The tensor called `name`: its last part (`weight`, `bias`, …) and its rank select the rule.
  ///
  /// - Throws: `WeightError` if there is no rule for it, it would have over 2^30 elements, or there
  ///   is not enough memory for it.
  public func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
    var values = try values(name, shape: shape)
    do {
      try MemoryLimit.check(Double(values.rest) * Double(MemoryLayout<Float>.size))
    } catch {
      throw WeightError.shortage(name, error)
    }
    return WeightTensor(values.next(values.rest), shape: shape)
  }

  fileprivate func values(_ name: String, shape: [Int]) throws(WeightError) -> SeededValues {
    let start = slopes.contains(name) ? Rule.constant(Self.slope) : nil
    return try SeededValues(name, shape: shape, seed: seed, start)
  }
}

extension SeededInitializer: PartwiseWeights {
  func forEachPart(
    of name: String, shape: [Int], _ body: (WeightTensor) -> String?
  ) throws -> String? {
    var values = try values(name, shape: shape)
    while values.rest > 0 {
      let part = values.next(min(values.rest, WeightTensor.part))
      if let reason = body(WeightTensor(part, shape: [part.count])) { return reason }
    }
    return nil
  }
}

/// The values of one tensor, from the first to the last.
private struct SeededValues {
  /// The number of values that are still to be produced.
  private(set) var rest: Int
  private let rule: Rule
  private var generator: SplitMix64

  /// - Parameter known: The rule, if name and shape do not determine it.
  init(_ name: String, shape: [Int], seed: UInt64, _ known: Rule?) throws(WeightError) {
    guard let rule = known ?? Rule(name, shape: shape) else {
      throw WeightError(
        .missing, "there is no initial value for tensor \(quoted(name)) of \(text(of: shape))")
    }
    let most = SeededInitializer.largestTensor
    let description = TensorDescription(name: name, shape: shape)
    guard let count = description.elementCount, count <= most else {
      throw WeightError(
        .mismatched, "tensor \(quoted(name)) of \(text(of: shape)) has more than \(most) elements")
    }
    self.rule = rule
    rest = count
    generator = SplitMix64(seed: seed, name: name)
  }

  /// The next `count` values; an even number, unless they are the last.
  mutating func next(_ count: Int) -> [Float] {
    rest -= count
    return switch rule {
    case .constant(let value): [Float](repeating: value, count: count)
    case .normal(let deviation):
      normalValues(count: count, deviation: deviation, using: &generator)
    }
  }
}

/// The rule that fills one tensor.
private enum Rule {
  case constant(Float)
  case normal(deviation: Double)

  init?(_ name: String, shape: [Int]) {
    switch (name.split(separator: ".").last, shape.count) {
    case ("weight", 4): self = .normal(deviation: kaimingDeviation(shape))
    case ("weight", 2): self = .normal(deviation: 0.01)
    case ("weight", 1), ("running_var", 1): self = .constant(1)
    case ("bias", 1), ("running_mean", 1): self = .constant(0)
    default: return nil
    }
  }
}

/// The deviation for a weight of output channels x input channels x kernel height x kernel width.
private func kaimingDeviation(_ shape: [Int]) -> Double {
  (2 / (Double(shape[0]) * Double(shape[2]) * Double(shape[3]))).squareRoot()
}
