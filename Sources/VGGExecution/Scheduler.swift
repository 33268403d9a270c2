import VGGCompute
import VGGGraph
import VGGSpec

/// Turns operations into steps: chooses borders, algorithms and arenas.
struct Scheduler {
  private let operations: [PlannedOperation]
  private let options: ExecutionOptions
  private let batch: Int
  /// The algorithm of each convolution, if an earlier schedule has chosen it.
  private let algorithms: [ConvolutionAlgorithm]?

  /// The zeros that each operation needs around its input; one that works in place has those of the next.
  private let borders: [Int]

  private var steps: [Step] = []
  private var arenaBytes = [0, 0]
  private var tapBytes = 0
  private var scratchBytes = 0
  private var value: Value
  private var buffer = Buffer.input
  private var convolutions = 0
  private var norms = 0
  private var slopes = 0
  private var linears = 0
  /// The number of layers that the steps so far, or the image itself, cover.
  private var covered = 0

  /// The value between two steps, in its layout in memory.
  private enum Value {
    case plain(Shape)
    case blocked(BlockedShape)
  }

  /// - Parameters:
  ///   - batch: the number of images that the schedule is for, at most `options.batch`.
  ///   - algorithms: the algorithm of each convolution in an earlier schedule; `nil` to choose.
  private init(
    _ operations: [PlannedOperation], input: MapShape, options: ExecutionOptions, batch: Int,
    algorithms: [ConvolutionAlgorithm]?
  ) {
    self.operations = operations
    self.options = options
    self.batch = batch
    self.algorithms = algorithms
    borders = operations.reversed().reduce(into: []) { borders, planned in
      borders.append(planned.operation.border(next: borders.last ?? 0))
    }.reversed()
    value = .plain(.map(input))
  }

  /// The schedule of `operations` for `batch` images.
  static func schedule(
    _ operations: [PlannedOperation], input: MapShape, options: ExecutionOptions, batch: Int,
    algorithms: [ConvolutionAlgorithm]? = nil
  ) throws(ComputeError) -> Schedule {
    var scheduler = Scheduler(
      operations, input: input, options: options, batch: batch, algorithms: algorithms)
    for index in operations.indices {
      try scheduler.add(index)
      if let tap = operations[index].tap { try scheduler.addTap(tap, index) }
    }
    if let last = operations.last { try scheduler.end(giving: last.output) }
    return Schedule(
      steps: scheduler.steps, arenaBytes: scheduler.arenaBytes, tapBytes: scheduler.tapBytes,
      scratchBytes: scheduler.scratchBytes)
  }

  /// Converts a last map's values to row-major order, in the caller's memory.
  private mutating func end(giving output: Shape) throws(ComputeError) {
    switch value {
    case .blocked(let shape):
      append(
        .toPlain(shape), giving: .plain(output), bytes: try plainBytes(output),
        layers: covered..<covered)
      giveLast()
    case .plain: break
    }
  }

  /// Converts the values of operation `index` to row-major order, in the caller's memory for a tap; the originals stay
  /// for the next operation.
  private mutating func addTap(_ tap: Int, _ index: Int) throws(ComputeError) {
    let bytes = try plainBytes(operations[index].output)
    let call: KernelCall =
      switch value {
      case .blocked(let shape): .toPlain(shape)
      case .plain: .copy(count: bytes / MemoryLayout<Float>.size)
      }
    tapBytes += bytes
    steps.append(Step(call: call, source: buffer, target: .tap(tap), layers: covered..<covered))
  }

  private mutating func add(_ index: Int) throws(ComputeError) {
    let planned = operations[index]
    switch planned.operation {
    case .convolution(let fused): try addConvolution(fused, index)
    case .batchNorm:
      let weights = norms
      norms += 1
      switch planned.input {
      case .map: try addInPlace(index) { .scale(weights: weights, from: $0, to: $1) }
      case .vector:
        try addVectorOperation(
          .scaleVector(weights: weights, count: try valueCount(planned.output)), index)
      }
    case .linear(let fused): try addLinear(fused, index)
    case .map(let operation):
      try addMapOperation(index) { .map(operation, from: $0, to: $1) }
    case .activation(.relu): try addElementwise(ReLUActivation(), index)
    case .activation(.function(let function)): try addElementwise(function, index)
    case .activation(.learnedSlope):
      let weights = slopes
      slopes += 1
      switch planned.input {
      case .map: try addInPlace(index) { .slope(weights: weights, from: $0, to: $1) }
      case .vector:
        try addVectorOperation(
          .slopeVector(weights: weights, count: try valueCount(planned.output)), index)
      }
    case .flatten: try addFlattening(index)
    case .softmax: try addVectorOperation(.softmax(count: planned.output.elementCount), index)
    }
  }
}

// MARK: - Steps

extension Scheduler {
  private mutating func addConvolution(
    _ fused: FusedConvolution, _ index: Int
  ) throws(ComputeError) {
    let takesPlainInput =
      if case .plain = value {
        Convolution.readsPlain(
          channels: fused.convolution.inputChannels, groups: fused.convolution.groups)
      } else {
        false
      }
    if !takesPlainInput { try makeBlocked(for: index) }
    let plan = try plan(
      fused.description(
        try inputShape(of: index), takesPlainInput: takesPlainInput,
        outputBorder: border(after: index), isExact: options.isExact), fused.name)
    scratchBytes = max(scratchBytes, plan.scratchBytes)
    append(
      .convolution(plan, weights: convolutions), giving: .blocked(plan.output),
      bytes: plan.output.byteCount, index)
    convolutions += 1
  }

  private func plan(
    _ convolution: Convolution, _ name: String
  ) throws(ComputeError) -> ConvolutionPlan {
    let algorithm =
      algorithms?[convolutions]
      ?? convolution.fastestAlgorithm(options.instructionSet, threads: options.threads)
    return try ConvolutionPlan(
      convolution, algorithm, name: name, instructionSet: options.instructionSet,
      threads: options.threads)
  }

  /// The maps that operation `index` reads, which is a plain image without a border or blocked.
  private func inputShape(of index: Int) throws(ComputeError) -> BlockedShape {
    switch value {
    case .blocked(let shape): return shape
    case .plain: return try shape(of: operations[index].input, border: 0)
    }
  }

  /// A step from a map to a map; `call` receives the shapes that are read and written.
  private mutating func addMapOperation(
    _ index: Int, _ call: (BlockedShape, BlockedShape) -> KernelCall
  ) throws(ComputeError) {
    try makeBlocked(for: index)
    let from = try inputShape(of: index)
    let to = try shape(of: operations[index].output, border: border(after: index))
    append(call(from, to), giving: .blocked(to), bytes: to.byteCount, index)
  }

  private mutating func addElementwise(
    _ operation: some ElementwiseOperation, _ index: Int
  ) throws(ComputeError) {
    switch operations[index].input {
    case .map: try addInPlace(index) { .map(operation, from: $0, to: $1) }
    case .vector:
      try addVectorOperation(
        .elementwise(operation, count: try valueCount(operations[index].output)), index)
    }
  }

  /// A step that does not change a map's shape, on the map's memory.
  private mutating func addInPlace(
    _ index: Int, _ call: (BlockedShape, BlockedShape) -> KernelCall
  ) throws(ComputeError) {
    try makeBlocked(for: index)
    let shape = try inputShape(of: index)
    steps.append(
      Step(
        call: call(shape, shape), source: buffer, target: buffer,
        layers: covered..<operations[index].layers.upperBound))
    covered = operations[index].layers.upperBound
  }

  private mutating func addFlattening(_ index: Int) throws(ComputeError) {
    let output = operations[index].output
    if case .blocked(let shape) = value {
      append(.toPlain(shape), giving: .plain(output), bytes: try plainBytes(output), index)
    } else if index == operations.count - 1 {
      try addVectorOperation(.copy(count: try valueCount(output)), index)
    } else {
      // The image itself, flattened: its numbers are in order already.
      value = .plain(output)
    }
  }

  private mutating func addLinear(_ fused: FusedLinear, _ index: Int) throws(ComputeError) {
    let layer = try fused.layer(batch: batch)
    let layout = try fused.layout(options)
    scratchBytes = max(
      scratchBytes,
      layout.scratchBytes(of: layer, options.instructionSet, threads: options.threads))
    try addVectorOperation(.linear(layer, weights: linears, layout: layout), index)
    linears += 1
  }

  private mutating func addVectorOperation(
    _ call: KernelCall, _ index: Int
  ) throws(ComputeError) {
    let output = operations[index].output
    append(call, giving: .plain(output), bytes: try plainBytes(output), index)
  }

  private mutating func makeBlocked(for index: Int) throws(ComputeError) {
    guard case .plain(.map(let map)) = value else { return }
    let shape = try shape(of: .map(map), border: border(before: index))
    append(.toBlocked(shape), giving: .blocked(shape), bytes: shape.byteCount, layers: 0..<0)
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
    if index == operations.count - 1, case .plain = result { giveLast() }
  }

  private mutating func giveLast() {
    guard let last = steps.last else { return }
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

  /// The zeros that operation `index` needs around its input.
  private func border(before index: Int) -> Int {
    index < operations.count ? borders[index] : 0
  }

  private func border(after index: Int) -> Int { border(before: index + 1) }

  private func shape(of shape: Shape, border: Int) throws(ComputeError) -> BlockedShape {
    switch shape {
    case .map(let map):
      return try BlockedShape(
        batch: batch, channels: map.channels, height: map.height, width: map.width, border: border)
    case .vector: preconditionFailure("the checker rejects a vector in place of a map")
    }
  }

  /// The number of values of a vector over all images.
  private func valueCount(_ shape: Shape) throws(ComputeError) -> Int {
    try plainBytes(shape) / MemoryLayout<Float>.size
  }

  private func plainBytes(_ shape: Shape) throws(ComputeError) -> Int {
    try ComputeLimits.vectorBytes(count: shape.elementCount, batch: batch)
  }
}

extension Operation {
  /// The zeros that the operation needs around its input, if the one after it needs `next`.
  fileprivate func border(next: Int) -> Int {
    switch self {
    case .convolution(let fused): fused.convolution.largestPadding
    case .batchNorm, .activation: next
    case .linear, .map, .flatten, .softmax: 0
    }
  }
}
