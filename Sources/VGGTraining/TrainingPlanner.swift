import VGGCompute
import VGGGraph
import VGGSpec

/// Settles borders, algorithms and memory for a batch.
struct TrainingPlanner {
  private typealias Form = TrainingPlan.Form
  private typealias Slot = TrainingPlan.Slot

  private let layers: [TrainedLayer]
  let options: TrainingOptions
  let batch: Int
  /// Whether the gradient of the input is the aim, and no layer is trained.
  private let reachesInput: Bool

  private var nodes: [TrainingPlan.Node] = []
  private var sizes = TrainingPlan.Sizes()

  private init(
    _ layers: [TrainedLayer], options: TrainingOptions, batch: Int, reachesInput: Bool
  ) {
    self.layers = layers
    self.options = options
    self.batch = batch
    self.reachesInput = reachesInput
  }

  /// The plan for `batch` images of shape `image`.
  static func plan(
    _ layers: [TrainedLayer], image: MapShape, options: TrainingOptions, batch: Int
  ) throws(ComputeError) -> TrainingPlan {
    var planner = TrainingPlanner(layers, options: options, batch: batch, reachesInput: false)
    return try planner.plan(image)
  }

  /// The plan for one map of shape `input`, whose gradient is wanted instead of any weights'.
  static func plan(
    _ layers: [TrainedLayer], reaching input: MapShape, options: TrainingOptions
  ) throws(ComputeError) -> TrainingPlan {
    var planner = TrainingPlanner(layers, options: options, batch: 1, reachesInput: true)
    return try planner.plan(input)
  }

  private mutating func plan(_ image: MapShape) throws(ComputeError) -> TrainingPlan {
    let first =
      layers.first?.layer.kind.isFlatten == true
      ? try vectorSlot(count: Shape.map(image).elementCount)
      : try mapSlot(image, border: border(before: 0), gradientBorder: 0)
    var value = first
    for index in layers.indices {
      let output = try output(of: index, from: value)
      nodes.append(
        TrainingPlan.Node(output: output, call: try call(index, from: value, to: output)))
      value = output
    }
    return TrainingPlan(
      batch: batch, input: first, nodes: nodes, sizes: sizes,
      firstTrained: reachesInput ? 0 : try firstTrained(), reachesInput: reachesInput)
  }

  private func firstTrained() throws(ComputeError) -> Int {
    let isTrained = layers.map { !isFrozen($0) && !$0.layer.stateTensors.isEmpty }
    guard let first = isTrained.firstIndex(of: true) else { throw .nothingToTrain }
    return first
  }

  private mutating func call(
    _ index: Int, from input: TrainingPlan.Slot, to output: TrainingPlan.Slot
  ) throws(ComputeError) -> any TrainedCall {
    let layer = layers[index]
    let node = NodeContext(
      index: index, name: layer.layer.name, input: input, output: output,
      isFrozen: isFrozen(layer), previous: nodes.last?.call,
      next: index + 1 < layers.count ? layers[index + 1].operation : nil)
    return try layer.operation.planned(node, by: &self)
  }

  private func isFrozen(_ layer: TrainedLayer) -> Bool {
    options.frozen.contains(layer.layer.position)
  }
}

// MARK: - Slots

extension TrainingPlanner {
  private mutating func output(
    of index: Int, from input: TrainingPlan.Slot
  ) throws(ComputeError) -> TrainingPlan.Slot {
    let layer = layers[index]
    switch (layer.output, input.form) {
    // An unchanged image that is flattened.
    case (.vector, .vector) where layer.layer.kind.isFlatten: return input
    case (.vector(let count), _): return try vectorSlot(count: count)
    case (.map(let map), _):
      return try mapSlot(
        map, border: border(before: index + 1),
        gradientBorder: layer.operation.gradientBorder(input))
    }
  }

  private mutating func mapSlot(
    _ map: MapShape, border: Int, gradientBorder: Int
  ) throws(ComputeError) -> TrainingPlan.Slot {
    let shape = try BlockedShape(
      batch: batch, channels: map.channels, height: map.height, width: map.width, border: border)
    let gradientShape = try shape.bordered(gradientBorder)
    return slot(
      .map(shape), bytes: shape.byteCount, gradient: .map(gradientShape),
      gradientBytes: gradientShape.byteCount)
  }

  private mutating func vectorSlot(count: Int) throws(ComputeError) -> TrainingPlan.Slot {
    let bytes = try ComputeLimits.vectorBytes(count: count, batch: batch)
    return slot(
      .vector(count: count), bytes: bytes, gradient: .vector(count: count), gradientBytes: bytes)
  }

  private mutating func slot(
    _ form: TrainingPlan.Form, bytes: Int, gradient: TrainingPlan.Form, gradientBytes: Int
  ) -> TrainingPlan.Slot {
    let slot = TrainingPlan.Slot(
      offset: sizes.activations, form: form, gradientForm: gradient)
    sizes.activations += aligned(bytes)
    sizes.gradient = max(sizes.gradient, aligned(gradientBytes))
    return slot
  }

  /// The zeros that layer `index` needs around its input.
  private func border(before index: Int) -> Int {
    index < layers.count ? layers[index].operation.inputBorder : 0
  }
}

/// Rounds up, so that the next value is aligned.
func aligned(_ bytes: Int) -> Int { (bytes + 63) / 64 * 64 }

// MARK: - What operations ask for

extension TrainingPlanner {
  mutating func need(scratch bytes: Int) { sizes.scratch = max(sizes.scratch, bytes) }

  mutating func needScratch(forChannelsOf shape: BlockedShape) {
    need(scratch: ChannelSums.scratchBytes(shape))
  }

  /// Room for `count` turned weights.
  mutating func need(turned count: Int) {
    sizes.turned = max(sizes.turned, count * MemoryLayout<Float>.size)
  }

  /// Room for the numbers of one more batch normalisation layer.
  mutating func statistics(channels: Int) -> TrainingPlan.StatisticsSlot {
    defer { sizes.statistics += BatchStatistics.count(channels: channels) }
    return TrainingPlan.StatisticsSlot(offset: sizes.statistics, channels: channels)
  }

  /// The plan of a convolution, packed for each run.
  mutating func plan(
    _ convolution: Convolution, _ name: String
  ) throws(ComputeError) -> ConvolutionPlan {
    // For a fixed number of threads, so that results do not depend on them; the largest tiles are
    // left out because of their rounding.
    let fastest = convolution.fastestAlgorithm(
      options.instructionSet, threads: Self.nominalThreads)
    let plan = try ConvolutionPlan(
      convolution, fastest == .winograd6 ? .winograd4 : fastest, name: name,
      instructionSet: options.instructionSet, threads: options.threads)
    need(scratch: plan.scratchBytes)
    sizes.packed = max(sizes.packed, plan.packedBytes)
    return plan
  }

  mutating func weightGradient(
    of convolution: Convolution, _ name: String
  ) throws(ComputeError) -> WeightGradientPlan {
    let plan = try WeightGradientPlan(
      of: convolution, name: name, instructionSet: options.instructionSet,
      threads: options.threads)
    need(scratch: plan.scratchBytes)
    return plan
  }

  mutating func inputGradient(
    of convolution: Convolution, _ name: String
  ) throws(ComputeError) -> InputGradientPlan {
    let plan = try InputGradientPlan(of: convolution, name: name) {
      turned throws(ComputeError) in try self.plan(turned, name)
    }
    need(scratch: plan.scratchBytes)
    return plan
  }

  /// The threads that algorithms are chosen for.
  private static let nominalThreads = 4
}
