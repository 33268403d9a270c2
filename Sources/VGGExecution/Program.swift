import Synchronization
import VGGCompute
import VGGGraph
import VGGWeights

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A network that is planned once and run often.
///
/// Batch normalisation is folded into the convolutions, activations and pooling are fused, weights are
/// packed for the kernels, and the values between layers are stored in two arenas. Any number of threads
/// may run the same program at once. The same images produce the same bits for a given number of
/// threads.
package final class Program: Sendable {
  package let graph: ModelGraph
  package let options: ExecutionOptions
  private let operations: [PlannedOperation]
  private let schedule: Schedule
  private let weights: ProgramWeights
  private let idle: Mutex<[Workspace]>
  /// Schedules for fewer images than the batch, by their number, each made when first needed.
  private let partial = Mutex<[Int: Schedule]>([:])

  /// Plans `graph` and takes its weights.
  ///
  /// - Parameter cache: the cache that keeps packed weights from start to start, if any.
  /// - Throws: `WeightError` when a tensor is missing or has a different shape; ``ComputeError``
  ///   when the network or the batch is too large for the kernels or for this machine's memory.
  package init(
    _ graph: ModelGraph, weights: some WeightSource, options: ExecutionOptions = .init(),
    cache: PackedWeightsCache? = nil
  ) throws {
    try ComputeLimits.check(batch: options.batch, threads: options.threads)
    self.graph = graph
    self.options = options
    operations = fuse(graph.layers, taps: graph.taps)
    schedule = try Scheduler.schedule(
      operations, input: graph.input, options: options, batch: options.batch)
    try schedule.checkMemory(besides: Self.callersBytes(graph, operations, options: options))
    let team = try options.startedTeam()
    let packed = try PackedConvolutions(
      operations.compactMap(\.convolution), schedule, on: team, from: weights, cache: cache)
    self.weights = try ProgramWeights(
      operations, convolutions: packed, options: options, on: team, from: weights)
    idle = Mutex([try Workspace(schedule, team)])
  }

  /// Runs the network on `images`: one to `options.batch` of them, each channels x height x width
  /// float32 values.
  ///
  /// - Returns: the outputs of each image, one image after the other.
  /// - Throws: ``ComputeError`` when another thread runs the program and there is no memory
  ///   for a second run.
  package func run(_ images: [Float]) throws(ComputeError) -> [Float] {
    let count = images.count / inputCount
    precondition(count * inputCount == images.count, "images must be complete")
    var outputs = [Float](repeating: 0, count: count * outputCount)
    try images.withUnsafeBufferPointer { images throws(ComputeError) in
      try outputs.withUnsafeMutableBufferPointer { outputs throws(ComputeError) in
        try run(images, into: outputs)
      }
    }
    return outputs
  }

  /// The same, and the values of each tap in the graph's order, one image's after the other's.
  package func runWithTaps(
    _ images: [Float]
  ) throws(ComputeError) -> (outputs: [Float], taps: [[Float]]) {
    try runWithTaps(images, through: nil)
  }

  /// The values of the taps, computed no further than tap `last`; those of later taps are zeros.
  package func taps(
    of images: [Float], through last: Int
  ) throws(ComputeError) -> [[Float]] {
    try runWithTaps(images, through: last).taps
  }

  /// - Parameter last: the number of the tap after which the run ends; `nil` for a whole run.
  private func runWithTaps(
    _ images: [Float], through last: Int?
  ) throws(ComputeError) -> (outputs: [Float], taps: [[Float]]) {
    let count = images.count / inputCount
    precondition(count * inputCount == images.count, "images must be complete")
    let sizes = graph.tappedLayers.map { count * $0.layer.output.elementCount }
    var outputs = [Float](repeating: 0, count: count * outputCount)
    // One piece of memory for all of them, so that any number can be passed at once.
    var values = [Float](repeating: 0, count: sizes.reduce(0, +))
    try images.withUnsafeBufferPointer { images throws(ComputeError) in
      try outputs.withUnsafeMutableBufferPointer { outputs throws(ComputeError) in
        try values.withUnsafeMutableBufferPointer { values throws(ComputeError) in
          var run = try prepare(images, outputs)
          var pointers: [UnsafeMutablePointer<Float>] = []
          if var next = values.baseAddress {
            for size in sizes {
              pointers.append(next)
              next += size
            }
          }
          run.taps = pointers
          for step in run.schedule.steps {
            run.perform(step, weights)
            if let last, step.target == .tap(last) { break }
          }
          finish(run)
        }
      }
    }
    var taps: [[Float]] = []
    var rest = values[...]
    for size in sizes {
      taps.append(Array(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    return (outputs, taps)
  }

  /// The same with the caller's memory and without taps. Allocates nothing, except in the first run with fewer
  /// images than `options.batch`, which plans for their number.
  package func run(
    _ images: UnsafeBufferPointer<Float>, into outputs: UnsafeMutableBufferPointer<Float>
  ) throws(ComputeError) {
    let run = try prepare(images, outputs)
    for step in run.schedule.steps { run.perform(step, weights) }
    finish(run)
  }

  /// The same, and how long each step takes.
  package func profile(
    _ images: UnsafeBufferPointer<Float>, into outputs: UnsafeMutableBufferPointer<Float>
  ) throws(ComputeError) -> [Duration] {
    let run = try prepare(images, outputs)
    let clock = ContinuousClock()
    let durations = run.schedule.steps.map { step in
      clock.measure { run.perform(step, weights) }
    }
    finish(run)
    return durations
  }

  /// Runs the network on one image, and returns the result of each step that computes layers.
  package func trace(_ image: [Float]) throws(ComputeError) -> [TracedValue] {
    precondition(image.count == inputCount, "a trace must have one image")
    var outputs = [Float](repeating: 0, count: outputCount)
    return try image.withUnsafeBufferPointer { image throws(ComputeError) in
      try outputs.withUnsafeMutableBufferPointer { outputs throws(ComputeError) in
        let run = try prepare(image, outputs)
        defer { finish(run) }
        return run.schedule.steps.compactMap { step in
          run.perform(step, weights)
          guard let layer = graph.layers[step.layers].last else { return nil }
          return TracedValue(layer, run.result(of: step, count: layer.output.elementCount))
        }
      }
    }
  }

  /// The steps, in the order of ``profile(_:into:)``.
  package var steps: [StepDescription] {
    schedule.steps.map { StepDescription($0, graph.layers, batch: options.batch) }
  }

  /// The floating-point operations per second that the program's threads can do at best, measured in
  /// registers alone.
  package func measurePeak() throws(ComputeError) -> Double {
    let workspace = try workspace(for: schedule)
    defer { putBack(workspace) }
    return workspace.team.measurePeak()
  }

  /// Bytes of the packed weights, of the arenas and of scratch.
  package var memory: (packed: Int, activations: Int, scratch: Int) {
    (schedule.packedBytes, schedule.arenaBytes.reduce(0, +), schedule.scratchBytes)
  }

  /// Bytes of the images, of the last layer's results and of copied weights.
  private static func callersBytes(
    _ graph: ModelGraph, _ operations: [PlannedOperation], options: ExecutionOptions
  ) -> Double {
    let image =
      Double(Shape.map(graph.input).elementCount) + Double(graph.output.elementCount)
    let linears = operations.reduce(0.0) { $0 + Double($1.linear?.parameterCount ?? 0) }
    return 4 * (image * Double(options.batch) + (options.copiesWeights ? linears : 0))
  }

  private var inputCount: Int { Shape.map(graph.input).elementCount }
  private var outputCount: Int { graph.output.elementCount }

  // MARK: - Runs

  private func prepare(
    _ images: UnsafeBufferPointer<Float>, _ outputs: UnsafeMutableBufferPointer<Float>
  ) throws(ComputeError) -> Run {
    let count = images.count / inputCount
    precondition(
      (1...options.batch).contains(count) && images.count == count * inputCount
        && outputs.count == count * outputCount,
      "a run takes 1 to \(options.batch) images, and the same number of outputs")
    guard let input = images.baseAddress, let output = outputs.baseAddress else {
      throw .noImage
    }
    let schedule = try schedule(for: count)
    return Run(
      schedule: schedule, batch: count, workspace: try workspace(for: schedule), input: input,
      output: output)
  }

  /// A workspace that no other thread is using, with room for `part`, a schedule for the same number of
  /// images or fewer.
  private func workspace(for part: Schedule) throws(ComputeError) -> Workspace {
    let workspace =
      if let idle = idle.withLock({ $0.popLast() }) { idle } else {
        try Workspace(schedule, options.startedTeam())
      }
    try workspace.reserve(for: part)
    return workspace
  }

  private func finish(_ run: Run) { putBack(run.workspace) }

  /// Keeps a workspace for the next run; no more than can be busy at once.
  private func putBack(_ workspace: Workspace) {
    idle.withLock { idle in
      if idle.count < Self.mostIdle { idle.append(workspace) }
    }
  }

  private static let mostIdle = ProcessInfo.processInfo.activeProcessorCount

  /// Fewer images than the program is planned for use the same algorithms, so the same weights.
  private func schedule(for count: Int) throws(ComputeError) -> Schedule {
    guard count != options.batch else { return schedule }
    if let known = partial.withLock({ $0[count] }) { return known }
    let made = try Scheduler.schedule(
      operations, input: graph.input, options: options, batch: count,
      algorithms: schedule.convolutionPlans.map(\.algorithm))
    partial.withLock { $0[count] = made }
    return made
  }
}

extension PlannedOperation {
  fileprivate var convolution: FusedConvolution? {
    if case .convolution(let fused) = operation { fused } else { nil }
  }

  fileprivate var linear: Linear? {
    if case .linear(let fused) = operation { fused.linear } else { nil }
  }
}
