/// Weights for the start of training: those of another network as far as they fit, and new ones for the rest.
///
/// For example: from a file for 1,000 classes, a network for 10 takes all but `classifier.6.weight` and
/// `classifier.6.bias`, which come from the seed.
package struct StartingWeights<Source: WeightSource>: WeightSource {
  /// The tensors that are kept and those that are new.
  package let plan: StartPlan
  private let source: Source
  private let initializer: SeededInitializer

  /// The tensors of `source`, as far as they fit.
  ///
  /// - Parameters:
  ///   - source: The weights of the tensors that are kept; linear layers with a value that is NaN or infinite are not
  ///     kept.
  ///   - available: The tensors of `source`.
  ///   - network: The tensors that the network needs, in the order of its layers.
  ///   - dropsHead: Whether the first linear layer that does not fit, and all linear layers after it, are new.
  ///   - adaptsInput: Whether to adapt the first convolution to the network's channels.
  ///   - seed: The seed of the new layers' values.
  ///   - slopes: The network's tensors that are slopes of PReLUs.
  /// - Throws: The errors of `source`, if a linear layer cannot be read.
  package init(
    _ source: Source, holding available: [TensorDescription], for network: [TensorDescription],
    dropsHead: Bool, adaptsInput: Bool, seed: UInt64, slopes: Set<String> = []
  ) throws {
    let shapes = Dictionary(available.map { ($0.name, $0.shape) }) { first, _ in first }
    let linear = network.filter { dropsHead && $0.name.hasPrefix("classifier.") }
    let notFinite = try linear.filter { tensor in
      try shapes[tensor.name] == tensor.shape
        && !source.tensor(tensor.name, shape: tensor.shape).isFinite
    }
    plan = StartPlan(
      network: network, available: available, notFinite: Set(notFinite.map(\.name)),
      dropsHead: dropsHead, adaptsInput: adaptsInput)
    self.source = source
    initializer = SeededInitializer(seed: seed, slopes: slopes)
  }

  /// The tensor called `name`, which must have `shape`.
  package func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
    if plan.newTensors.contains(name) { return try initializer.tensor(name, shape: shape) }
    if let adapted = plan.adapted, adapted.name == name {
      return adapted.values(of: try source.tensor(name, shape: adapted.shape))
    }
    return try source.tensor(name, shape: shape)
  }
}

extension StartingWeights: StartingValues {
  func startingSlope(_ name: String) throws -> Float {
    plan.newTensors.contains(name)
      ? initializer.startingSlope(name) : try source.slope(name)
  }
}
