/// Weights whose last layer is made anew where it does not fit: what training starts from that
/// takes another network's features for classes of its own.
///
/// For example: a file for 1,000 classes gives a network for 10 all but `classifier.6.weight` and
/// `classifier.6.bias`, which come from the seed.
public struct WeightsWithNewHead<Source: WeightSource>: WeightSource {
  /// The names of the tensors that come from the seed; none where the source's head fits.
  public let dropped: [String]
  private let source: Source
  private let initializer: SeededInitializer

  /// The tensors of `source`, or where its last layer does not fit, all but that.
  ///
  /// - Parameters:
  ///   - source: What gives every other tensor.
  ///   - available: What `source` holds.
  ///   - head: The last layer's tensors as the network needs them; all of them come from `seed`
  ///     where one is missing or has another shape.
  ///   - seed: What the new head's values depend on.
  public init(
    _ source: Source, holding available: [TensorDescription], head: [TensorDescription],
    seed: UInt64
  ) {
    let shapes = Dictionary(available.map { ($0.name, $0.shape) }) { first, _ in first }
    let fits = head.allSatisfy { shapes[$0.name] == $0.shape }
    dropped = fits ? [] : head.map(\.name)
    self.source = source
    initializer = SeededInitializer(seed: seed)
  }

  /// The tensor called `name`, which must have `shape`.
  public func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
    try dropped.contains(name)
      ? initializer.tensor(name, shape: shape) : source.tensor(name, shape: shape)
  }
}
