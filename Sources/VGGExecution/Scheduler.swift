import VGGGraph
import VGGKernels
import VGGRuntime
import VGGSpec

/// Turns operations into steps: chooses borders, algorithms and arenas.
struct Scheduler {
  private let operations: [PlannedOperation]
  private let options: ExecutionOptions
  private let batch: Int
  /// The algorithm of each convolution, where it has been settled before.
  private let algorithms: [vgg_algorithm]?

  private var steps: [Step] = []
  private var arenaBytes = [0, 0]
  private var scratchBytes = 0
  private var value: Value
  private var buffer = Buffer.input
  private var convolutions = 0
  private var norms = 0
  private var linears = 0
  /// The layers that steps or the image itself stand for.
  private var covered = 0

  /// What flows from step to step, as it lies in memory.
  private enum Value {
    case plain(Shape)
    case blocked(vgg_shape)
  }

  /// - Parameters:
  ///   - batch: how many images the schedule is for, at most `options.batch`.
  ///   - algorithms: of each convolution, as an earlier schedule has them; `nil` to choose.
  private init(
    _ operations: [PlannedOperation], input: MapShape, _ options: ExecutionOptions, batch: Int,
    algorithms: [vgg_algorithm]?
  ) {
    self.operations = operations
    self.options = options
    self.batch = batch
    self.algorithms = algorithms
    value = .plain(.map(input))
  }

  /// The schedule of `operations` for `batch` images.
  static func schedule(
    _ operations: [PlannedOperation], input: MapShape, _ options: ExecutionOptions, batch: Int,
    algorithms: [vgg_algorithm]? = nil
  ) throws(UnrunnableNetwork) -> Schedule {
    var scheduler = Scheduler(
      operations, input: input, options, batch: batch, algorithms: algorithms)
    for index in operations.indices { try scheduler.add(index) }
    return Schedule(
      steps: scheduler.steps, arenaBytes: scheduler.arenaBytes,
      scratchBytes: scheduler.scratchBytes)
  }

  private mutating func add(_ index: Int) throws(UnrunnableNetwork) {
    let planned = operations[index]
    switch planned.operation {
    case .convolution(let fused): try addConvolution(fused, index)
    case .maxPool(let window):
      try addMapOperation(index) { .maxPool(vgg_window(window), from: $0, to: $1) }
    case .averagePool(let window):
      try addMapOperation(index) { .averagePool(vgg_window(window), from: $0, to: $1) }
    case .adaptiveAveragePool:
      try addMapOperation(index) { .adaptiveAveragePool(from: $0, to: $1) }
    case .localResponseNorm(let norm):
      try addMapOperation(index) { .localResponseNorm(norm, from: $0, to: $1) }
    case .batchNorm(_, _, let rectifies):
      let weights = norms
      norms += 1
      try addMapOperation(index) {
        .scaleShift(weights: weights, rectifies: rectifies, from: $0, to: $1)
      }
    case .flatten: try addFlattening(index)
    case .linear(let linear, let name, let rectifies):
      guard isRunnable(linear) else {
        throw UnrunnableNetwork(
          description: "\(name) is too large to run: \(linear.inputs) x \(linear.outputs) weights")
      }
      try addLinear(linear, rectifies: rectifies, index)
    case .softmax:
      try addVectorOperation(.softmax(count: planned.output.elementCount), index)
    case .relu:
      if case .map = planned.input {
        try addMapOperation(index) { .relu(from: $0, to: $1) }
      } else {
        try addVectorOperation(.reluPlain(count: try valueCount(planned.output)), index)
      }
    }
  }
}

// MARK: - Steps

extension Scheduler {
  private mutating func addConvolution(
    _ fused: FusedConvolution, _ index: Int
  ) throws(UnrunnableNetwork) {
    let isPlain =
      if case .plain = value { fused.convolution.inputChannels <= mostPlainChannels } else { false }
    if !isPlain { try makeBlocked(for: index) }
    let description = try description(of: fused, index, takesPlain: isPlain)
    let plan = try plan(description, fused)
    scratchBytes = max(scratchBytes, plan.scratch_bytes)
    append(
      .convolution(plan, weights: convolutions), giving: .blocked(plan.out),
      bytes: try bytes(of: plan.out), index)
    convolutions += 1
  }

  private func description(
    of fused: FusedConvolution, _ index: Int, takesPlain: Bool
  ) throws(UnrunnableNetwork) -> vgg_conv {
    guard case .map(let map) = operations[index].input else {
      throw UnrunnableNetwork(description: "\(fused.name) takes no feature map")
    }
    var flags: UInt32 = 0
    if fused.rectifies { flags |= UInt32(VGG_RELU) }
    if fused.pools { flags |= UInt32(VGG_POOL) }
    if takesPlain { flags |= UInt32(VGG_PLAIN_INPUT) }
    if options.isExact { flags |= UInt32(VGG_EXACT) }
    let convolution = fused.convolution
    let inputBorder = if case .blocked(let shape) = value { shape.border } else { Int32(0) }
    return vgg_conv(
      batch: Int32(batch), in_channels: Int32(map.channels), in_height: Int32(map.height),
      in_width: Int32(map.width), in_border: inputBorder,
      out_channels: Int32(convolution.outputChannels), out_border: border(after: index),
      kernel_h: Int32(convolution.kernel), kernel_w: Int32(convolution.kernel),
      stride_h: Int32(convolution.stride), stride_w: Int32(convolution.stride),
      pad_h: Int32(convolution.padding), pad_w: Int32(convolution.padding), flags: flags)
  }

  private func plan(
    _ description: vgg_conv, _ fused: FusedConvolution
  ) throws(UnrunnableNetwork) -> vgg_conv_plan {
    var description = description
    let (isa, threads) = (options.instructionSet.value, Int32(options.threads))
    let algorithm =
      algorithms?[convolutions] ?? vgg_conv_choose(isa, threads, &description)
    var plan = vgg_conv_plan()
    guard vgg_conv_plan_make(isa, threads, &description, algorithm, &plan) == VGG_OK else {
      throw UnrunnableNetwork(
        description: "\(fused.name) is too large to run: \(operationText(fused))")
    }
    return plan
  }

  private func operationText(_ fused: FusedConvolution) -> String {
    "\(fused.convolution.notation) of \(batch) x \(fused.convolution.inputChannels) channels"
  }

  /// A step from a map to a map; `call` gets the shapes that are read and written.
  private mutating func addMapOperation(
    _ index: Int, _ call: (vgg_shape, vgg_shape) -> KernelCall
  ) throws(UnrunnableNetwork) {
    try makeBlocked(for: index)
    guard case .blocked(let from) = value, case .map(let map) = operations[index].output else {
      throw UnrunnableNetwork(description: "an operation on maps is given a vector")
    }
    let to = try shape(of: map, border: border(after: index))
    append(call(from, to), giving: .blocked(to), bytes: try bytes(of: to), index)
  }

  private mutating func addFlattening(_ index: Int) throws(UnrunnableNetwork) {
    let output = operations[index].output
    if case .blocked(let shape) = value {
      append(.toPlain(shape), giving: .plain(output), bytes: try plainBytes(output), index)
    } else if index == operations.count - 1 {
      try addVectorOperation(.copy(count: try valueCount(output)), index)
    } else {
      // The image itself, flattened: its numbers lie in order already.
      value = .plain(output)
    }
  }

  private mutating func addLinear(
    _ linear: VGGGraph.Linear, rectifies: Bool, _ index: Int
  ) throws(UnrunnableNetwork) {
    let layout = options.layout(of: linear)
    scratchBytes = max(scratchBytes, linearScratchBytes(linear, layout))
    try addVectorOperation(
      .linear(linear, weights: linears, rectifies: rectifies, layout: layout), index)
    linears += 1
  }

  private func linearScratchBytes(_ linear: VGGGraph.Linear, _ layout: LinearLayout) -> Int {
    let (batch, inputs, outputs) = (Int32(batch), Int32(linear.inputs), Int32(linear.outputs))
    return switch layout {
    case .inPlace, .rows: 0
    case .columns: Int(vgg_columns_scratch_bytes(batch, inputs, outputs))
    case .panels:
      Int(
        vgg_panels_scratch_bytes(
          options.instructionSet.value, Int32(options.threads), batch, inputs))
    }
  }

  private mutating func addVectorOperation(
    _ call: KernelCall, _ index: Int
  ) throws(UnrunnableNetwork) {
    let output = operations[index].output
    append(call, giving: .plain(output), bytes: try plainBytes(output), index)
  }

  private mutating func makeBlocked(for index: Int) throws(UnrunnableNetwork) {
    guard case .plain(.map(let map)) = value else { return }
    let shape = try shape(of: map, border: border(before: index))
    append(
      .toBlocked(shape), giving: .blocked(shape), bytes: try bytes(of: shape), layers: 0..<0)
  }
}

// MARK: - Memory

extension Scheduler {
  private mutating func append(
    _ call: KernelCall, giving result: Value, bytes: Int, _ index: Int
  ) {
    let end = operations[index].layers.upperBound
    append(call, giving: result, bytes: bytes, layers: covered..<end)
    covered = end
    // The last operation writes where the caller wants the result.
    guard index == operations.count - 1, case .plain = result, let last = steps.last else { return }
    steps[steps.count - 1] = Step(
      call: last.call, source: last.source, target: .output, layers: last.layers)
  }

  private mutating func append(
    _ call: KernelCall, giving result: Value, bytes: Int, layers: Range<Int>
  ) {
    let arena = if case .arena(let current) = buffer { 1 - current } else { 0 }
    steps.append(Step(call: call, source: buffer, target: .arena(arena), layers: layers))
    arenaBytes[arena] = max(arenaBytes[arena], bytes)
    buffer = .arena(arena)
    value = result
  }

  /// The zeros that operation `index` wants around its input.
  private func border(before index: Int) -> Int32 {
    guard index < operations.count, case .convolution(let fused) = operations[index].operation
    else { return 0 }
    return Int32(fused.convolution.padding)
  }

  private func border(after index: Int) -> Int32 { border(before: index + 1) }

  private func shape(of map: MapShape, border: Int32) throws(UnrunnableNetwork) -> vgg_shape {
    guard let batch = Int32(exactly: batch), let channels = Int32(exactly: map.channels),
      let height = Int32(exactly: map.height), let width = Int32(exactly: map.width)
    else {
      throw UnrunnableNetwork(
        description: "a feature map of \(batch) x \(map) values is too large to run")
    }
    return vgg_shape(
      batch: batch, channels: channels, height: height, width: width, border: border)
  }

  private func bytes(of shape: vgg_shape) throws(UnrunnableNetwork) -> Int {
    var shape = shape
    let bytes = vgg_shape_bytes(&shape)
    guard bytes > 0, let count = Int(exactly: bytes) else {
      throw UnrunnableNetwork(
        description: "a feature map of \(shape.batch) x \(shape.channels) x \(shape.height) x "
          + "\(shape.width) values is too large to run")
    }
    return count
  }

  /// How many values a vector of each image holds together.
  private func valueCount(_ shape: Shape) throws(UnrunnableNetwork) -> Int {
    try plainBytes(shape) / MemoryLayout<Float>.size
  }

  private func plainBytes(_ shape: Shape) throws(UnrunnableNetwork) -> Int {
    guard Int32(exactly: shape.elementCount) != nil,
      let bytes = checkedProduct(shape.elementCount, batch, MemoryLayout<Float>.size),
      bytes <= mostBytes
    else {
      throw UnrunnableNetwork(
        description: "a vector of \(batch) x \(shape) values is too large to run")
    }
    return bytes
  }

  /// Whether the kernels can count the layer's inputs, outputs and weights.
  private func isRunnable(_ linear: VGGGraph.Linear) -> Bool {
    guard Int32(exactly: linear.inputs) != nil, Int32(exactly: linear.outputs) != nil,
      let bytes = checkedProduct(linear.inputs, linear.outputs, MemoryLayout<Float>.size)
    else { return false }
    return bytes <= mostBytes
  }
}

/// What the kernels take as one tensor.
private let mostBytes = 1 << 40

extension vgg_window {
  package init(_ window: Window) {
    self.init(
      kernel_h: Int32(window.kernel), kernel_w: Int32(window.kernel),
      stride_h: Int32(window.stride), stride_w: Int32(window.stride),
      pad_h: Int32(window.padding), pad_w: Int32(window.padding), ceil: window.ceil)
  }
}
