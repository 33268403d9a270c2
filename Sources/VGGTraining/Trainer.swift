import VGGCompute
import VGGExecution
import VGGGraph
import VGGWeights

/// A network that learns: planned once, then fed batch after batch.
///
/// Weights, gradients and the optimiser's values are float32 buffers under torchvision's names. A
/// step allocates nothing, except the first one with fewer images than `options.batch`, which is
/// planned for their number. The same weights, seed and batches produce the same bits, for any number
/// of threads; other instruction sets round differently.
///
/// For example:
///
///     let trainer = try Trainer(graph, weights: SeededInitializer(seed: 1), options: .init(batch: 32))
///     for (images, labels) in batches { losses.append(try trainer.step(images, labels, rate: 0.02).loss) }
///     try writeSafetensors(trainer.stateDescriptions, from: trainer.state, to: "weights.safetensors")
package final class Trainer {
  package let graph: ModelGraph
  package let options: TrainingOptions
  /// The steps taken so far, including those before a restored state.
  package private(set) var steps = 0

  private let layers: [TrainedLayer]
  private let parameters: Parameters
  private let layerParameters: [LayerParameters]
  private let memory: TrainingMemory
  private let squares: AlignedMemory
  private let team: Team
  /// The plans by the number of images.
  private var plans: [Int: TrainingPlan]
  /// For each dropout layer, the seed of its steps' keys.
  private let dropoutSeeds: [UInt64]
  private var dropoutKeys: [UInt64]

  /// Plans the training of `graph` and takes its first weights.
  ///
  /// - Throws: ``ComputeError`` when the network cannot be trained or there is not enough
  ///   memory; `WeightError` when a tensor is missing or has a different shape.
  package init(
    _ graph: ModelGraph, weights: some WeightSource, options: TrainingOptions
  ) throws {
    try options.check()
    self.graph = graph
    self.options = options
    layers = try trainedLayers(of: graph)
    let plan = try TrainingPlanner.plan(
      layers, image: graph.input, options: options, batch: options.batch)
    try plan.checkMemory(
      parameterBytes: Double(graph.layers.stateBytes) * Double(2 + options.optimizer.moments.count))
    plans = [options.batch: plan]
    parameters = try Parameters(layers, options: options, from: weights)
    let parameters = parameters
    layerParameters = layers.map { LayerParameters($0, in: parameters) }
    memory = try TrainingMemory(plan)
    squares = try .reserved(SumOfSquares.scratchBytes(count: parameters.trainedCount))
    team = try .started(threads: options.threads, instructionSet: options.instructionSet)
    dropoutSeeds = layers.map {
      var generator = SplitMix64(seed: options.seed, name: $0.layer.name)
      return generator.next()
    }
    dropoutKeys = dropoutSeeds
  }

  /// Numbers of one image: channels x height x width.
  package var imageCount: Int { Shape.map(graph.input).elementCount }

  /// Outputs of one image: its classes.
  package var classCount: Int { graph.output.elementCount }

  /// Bytes of weights, gradients and the optimiser's values; and of everything else.
  package var byteCount: (parameters: Int, values: Int) {
    let copies = 2 + options.optimizer.moments.count
    return (copies * parameters.trainedCount * MemoryLayout<Float>.size, memory.byteCount)
  }
}

// MARK: - Steps

extension Trainer {
  /// Changes the weights by one batch of 1 to `options.batch` images.
  ///
  /// - Parameters:
  ///   - images: the images one after the other.
  ///   - labels: the class of each, in `0..<classCount`.
  ///   - rate: the learning rate.
  /// - Throws: ``DivergedTraining`` when the loss is not finite, before any weight has changed;
  ///   ``ComputeError`` when fewer images than ever before need memory that is not available.
  package func step(
    _ images: UnsafeBufferPointer<Float>, _ labels: UnsafeBufferPointer<Int32>, rate: Double
  ) throws -> BatchResult {
    let pass = try pass(images, labels, isTraining: true)
    pass.forward(start(of: images))
    let result = loss(pass, labels, gradient: memory.gradient(0))
    guard result.loss.isFinite else {
      throw DivergedTraining(quantity: .loss(result.loss), step: steps, rate: rate)
    }
    pass.backward()
    update(rate: rate)
    steps += 1
    return result
  }

  /// The same with arrays.
  package func step(_ images: [Float], _ labels: [Int32], rate: Double) throws -> BatchResult {
    try images.withUnsafeBufferPointer { images in
      try labels.withUnsafeBufferPointer { try step(images, $0, rate: rate) }
    }
  }

  /// Takes a step, and returns the time that its parts took.
  package func profile(
    _ images: UnsafeBufferPointer<Float>, _ labels: UnsafeBufferPointer<Int32>, rate: Double
  ) throws -> StepProfile {
    let pass = try pass(images, labels, isTraining: true)
    let clock = ContinuousClock()
    pass.enter(start(of: images))
    var parts = pass.plan.nodes.indices.map { index in
      let layer = layers[index].layer
      return StepProfile.Part(
        layer: layer.name, notation: layer.kind.notation,
        forward: clock.measure { pass.forward(index) }, backward: .zero)
    }
    _ = loss(pass, labels, gradient: memory.gradient(0))
    var current = 0
    for index in pass.trainedNodes {
      parts[index].backward = clock.measure {
        if pass.backward(index, from: current) { current = 1 - current }
      }
    }
    let updating = clock.measure { update(rate: rate) }
    steps += 1
    return StepProfile(parts: parts, update: updating)
  }

  /// Evaluates the current network on a batch, with running statistics and without dropout.
  ///
  /// - Parameter outputs: the destination of the last layer's numbers, before a softmax; `nil` to omit them.
  package func evaluate(
    _ images: UnsafeBufferPointer<Float>, _ labels: UnsafeBufferPointer<Int32>,
    into outputs: UnsafeMutableBufferPointer<Float>? = nil
  ) throws -> BatchResult {
    let pass = try pass(images, labels, isTraining: false)
    pass.forward(start(of: images))
    if let outputs, let base = outputs.baseAddress {
      precondition(outputs.count == labels.count * classCount, "outputs have room for all classes")
      base.update(from: memory.activation(pass.plan.output), count: outputs.count)
    }
    return loss(pass, labels, gradient: nil)
  }

  /// The same with arrays.
  package func evaluate(_ images: [Float], _ labels: [Int32]) throws -> BatchResult {
    try images.withUnsafeBufferPointer { images in
      try labels.withUnsafeBufferPointer { try evaluate(images, $0) }
    }
  }

  private func start(of images: UnsafeBufferPointer<Float>) -> UnsafePointer<Float> {
    guard let base = images.baseAddress else { preconditionFailure("there is no image") }
    return base
  }

  private func pass(
    _ images: UnsafeBufferPointer<Float>, _ labels: UnsafeBufferPointer<Int32>, isTraining: Bool
  ) throws -> Pass {
    precondition(
      (1...options.batch).contains(labels.count) && images.count == labels.count * imageCount,
      "a batch has 1 to \(options.batch) images, and a label for each")
    precondition(
      labels.allSatisfy { $0 >= 0 && Int($0) < classCount }, "labels are in 0..<\(classCount)")
    for index in dropoutKeys.indices where isTraining {
      var generator = SplitMix64(seed: dropoutSeeds[index] &+ UInt64(steps))
      dropoutKeys[index] = generator.next()
    }
    return Pass(
      plan: try plan(for: labels.count), memory: memory, parameters: layerParameters, team: team,
      mode: isTraining ? .training(dropoutKeys: dropoutKeys) : .inference)
  }

  private func plan(for count: Int) throws -> TrainingPlan {
    if let plan = plans[count] { return plan }
    let plan = try TrainingPlanner.plan(
      layers, image: graph.input, options: options, batch: count)
    try memory.reserve(for: plan)
    plans[count] = plan
    return plan
  }

  private func loss(
    _ pass: Pass, _ labels: UnsafeBufferPointer<Int32>, gradient: UnsafeMutablePointer<Float>?
  ) -> BatchResult {
    let smoothing = gradient == nil ? 0 : options.labelSmoothing
    let loss = CrossEntropy(
      memory.activation(pass.plan.output), labels: labels, classes: classCount,
      smoothing: smoothing, gradient: gradient)
    return BatchResult(loss: loss.mean, correct: loss.correct)
  }

  private func update(rate: Double) {
    let update = WeightUpdate(
      count: parameters.trainedCount, weights: parameters.weights,
      gradients: parameters.gradients, rate: rate, gradientScale: gradientScale())
    switch options.optimizer {
    case .sgd(let momentum, let weightDecay):
      update.sgd(
        momentum: momentum, weightDecay: weightDecay, velocities: parameters.moment(0), on: team)
    case .adam(let beta1, let beta2, let epsilon, let weightDecay):
      update.adam(
        .init(beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: weightDecay),
        step: steps + 1, first: parameters.moment(0), second: parameters.moment(1), on: team)
    }
  }

  /// The factor by which clipping scales all gradients, the same as in `torch.nn.utils.clip_grad_norm_`.
  private func gradientScale() -> Float {
    guard let largest = options.largestNorm else { return 1 }
    let sum = SumOfSquares.of(
      parameters.gradients, count: parameters.trainedCount, on: team, scratch: squares.base)
    return Float(min(1, largest / (sum.squareRoot() + 1e-6)))
  }
}

// MARK: - State

extension Trainer {
  /// The network's current tensors by torchvision's names, including running statistics.
  package var stateDescriptions: [TensorDescription] {
    parameters.places.map { TensorDescription(name: $0.tensor.name, shape: $0.tensor.shape) }
  }

  /// A source of ``stateDescriptions``' tensors; each is copied when requested.
  package var state: some WeightSource { TrainerState(trainer: self, part: .weights) }

  /// The first tensor of ``state`` that holds a value which is not finite; `nil` if all are.
  package func firstTensorNotFinite() throws -> String? {
    try stateDescriptions.first {
      try !state.tensor($0.name, shape: $0.shape).isFinite
    }?.name
  }

  /// The optimiser's tensors: the weight's name and `momentum`, or `first_moment` and
  /// `second_moment`.
  package var optimizerDescriptions: [TensorDescription] { parameters.momentDescriptions }

  /// A source of ``optimizerDescriptions``' tensors.
  package var optimizerState: some WeightSource { TrainerState(trainer: self, part: .optimizer) }

  /// Continues after `steps` steps with the optimiser's state at that time. With the weights of that time and
  /// the same options the training continues to the same bits as if it had not been interrupted.
  package func restore(optimizer source: some WeightSource, steps: Int) throws {
    try parameters.restoreMoments(from: source)
    self.steps = steps
  }

  /// The gradient that the last step computed for the tensor called `name`; `nil` if it is not
  /// trained.
  package func gradient(_ name: String) -> [Float]? {
    guard let gradient = parameters.gradient(name),
      let place = parameters.places.first(where: { $0.tensor.name == name })
    else { return nil }
    return Array(UnsafeBufferPointer(start: gradient, count: place.count))
  }

  fileprivate func tensor(
    _ name: String, shape: [Int], of part: TrainerState.Part
  ) throws -> WeightTensor {
    switch part {
    case .weights: try parameters.tensor(name, shape: shape)
    case .optimizer: try parameters.momentTensor(name, shape: shape)
    }
  }
}

/// A trainer's tensors. It is used where the trainer is, by one thread at a time.
private struct TrainerState: WeightSource, @unchecked Sendable {
  let trainer: Trainer
  let part: Part

  enum Part { case weights, optimizer }

  func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
    try trainer.tensor(name, shape: shape, of: part)
  }
}
