import Testing
import VGGCompute
import VGGGraph
import VGGTestSupport

@testable import VGGExecution

/// The order of the steps, and the memory that they read and write.
@Suite struct SchedulerTests {
  @Test(arguments: 0..<60) func stepsCoverEveryLayerInOrder(_ seed: UInt64) throws {
    let graph = try graph(RandomNetwork(seed: seed).configuration)
    let steps = try schedule(graph).steps
    #expect(steps.flatMap { Array($0.layers) } == Array(graph.layers.indices))
  }

  @Test(arguments: 0..<60) func eachStepReadsWhatTheLastOneWrote(_ seed: UInt64) throws {
    let steps = try schedule(graph(RandomNetwork(seed: seed).configuration)).steps
    #expect(steps.first?.source == .input)
    #expect(steps.last?.target == .output)
    for (index, step) in steps.dropLast().enumerated() {
      #expect(step.target == .arena(index % 2))
      #expect(steps[index + 1].source == step.target)
      #expect(step.source != step.target)
    }
  }

  /// Activations and normalisations in separate passes change the map in place, including its border.
  @Test func activationsWorkInPlace() throws {
    let graph = try graph(
      "input: [3, 8, 8]\nfeatures: [{conv: 4, activation: tanh}, silu, batch_norm, {conv: 5, kernel: 5}]\n"
        + "classifier: {hidden: [], classes: 2}")
    let steps = try schedule(graph).steps
    #expect(steps.prefix(3).map(\.target) == [.arena(0), .arena(0), .arena(0)])
    #expect(steps.prefix(3).map { $0.call.blockedOutput?.border } == [2, 2, 2])
    #expect(steps[3].source == .arena(0))
    #expect(steps[3].target == .arena(1))
  }

  /// Without fusing, borders and channels that fill no block, the planned memory is the peak of the reports.
  @Test(arguments: ["[]", "[conv1_1]", "[pool1, conv1_1]"])
  func theReportedPeakIsThePlannedMemory(_ taps: String) throws {
    let graph = try graph(
      """
      input: [16, 8, 8]
      features:
        - {conv: 32, kernel: 1, activation: none}
        - {maxpool: 3, stride: 2}
        - {conv: 48, kernel: 1, activation: none}
      classifier: none
      taps: \(taps)
      """)
    let schedule = try schedule(graph)
    #expect(
      graph.totals.peakActivationBytes == schedule.arenaBytes.reduce(0, +) + schedule.tapBytes)
    #expect(
      schedule.tapBytes == graph.tappedLayers.reduce(0) { $0 + 4 * $1.layer.output.elementCount })
  }

  @Test func nothingButTheImageIsCopied() throws {
    let graph = try graph(
      "input: [1, 2, 2]\nfeatures: [{dropout: 0.5}]\nclassifier: [dropout: 0.5]")
    let steps = try schedule(graph).steps
    #expect(steps.map(\.layers) == [0..<3])
    #expect(steps.map(\.source) == [.input])
    #expect(steps.map(\.target) == [.output])
  }

  @Test(arguments: 0..<20) func fewerImagesTakeTheSameAlgorithms(_ seed: UInt64) throws {
    try expectSharedWeights(
      graph(RandomNetwork(seed: seed, sides: 7...60).configuration), batch: 9)
  }

  @Test func fewerImagesOfALargeNetworkTakeTheSameAlgorithms() throws {
    try expectSharedWeights(builtIn("D"), batch: 16)
    try expectSharedWeights(SampleModel.custom.graph(), batch: 64)
  }

  /// Everything that packed weights depend on is the same, and the arenas fit both.
  private func expectSharedWeights(_ graph: ModelGraph, batch: Int) throws {
    for isa in InstructionSet.available {
      let options = ExecutionOptions(batch: batch, threads: 2, instructionSet: isa)
      let operations = fuse(graph.layers)
      let whole = try Scheduler.schedule(
        operations, input: graph.input, options: options, batch: batch)
      let plans = whole.convolutionPlans
      for count in 1..<batch {
        let schedule = try Scheduler.schedule(
          operations, input: graph.input, options: options, batch: count,
          algorithms: plans.map(\.algorithm))
        #expect(schedule.steps.map(\.layers) == whole.steps.map(\.layers))
        #expect(schedule.steps.map(\.target) == whole.steps.map(\.target))
        #expect(schedule.convolutionPlans.map(\.algorithm) == plans.map(\.algorithm))
        #expect(schedule.convolutionPlans.map(\.packedBytes) == plans.map(\.packedBytes))
        #expect(zip(schedule.arenaBytes, whole.arenaBytes).allSatisfy { $0 <= $1 })
      }
    }
  }

  /// Fewer images may divide a convolution's work differently, and need more scratch memory.
  @Test func aWorkspaceMakesRoomForFewerImages() throws {
    let graph = try SampleModel.custom.graph()
    let operations = fuse(graph.layers)
    let options = ExecutionOptions(batch: 64, threads: 2)
    let whole = try Scheduler.schedule(
      operations, input: graph.input, options: options, batch: 64)
    let parts = try (1...64).map { count in
      try Scheduler.schedule(
        operations, input: graph.input, options: options, batch: count,
        algorithms: whole.convolutionPlans.map(\.algorithm))
    }
    let part = try #require(parts.max { $0.scratchBytes < $1.scratchBytes })
    let workspace = try Workspace(whole, options.startedTeam())
    try workspace.reserve(for: part)
    #expect(workspace.scratch.byteCount >= part.scratchBytes)
  }

  @Test func stepsAreNamedForTheirLayers() throws {
    let graph = try graph(
      """
      input: [3, 8, 8]
      features: [{dropout: 0.1}, 4, M, LRN]
      classifier: [dropout: 0.5, linear: 3, relu, linear: 2]
      """)
    let program = try Program(graph, weights: VariedWeights())
    #expect(
      program.steps.map(\.name) == [
        "features.0-3", "features.4", "flatten-classifier.0", "classifier.1-2", "classifier.3",
      ])
    #expect(
      program.steps.map(\.operation) == [
        "conv2d + relu + max_pool2d", "local_response_norm", "flatten", "linear + relu", "linear",
      ])
  }

  private func schedule(_ graph: ModelGraph) throws -> Schedule {
    try Scheduler.schedule(
      fuse(graph.layers, taps: graph.taps), input: graph.input, options: .init(), batch: 1)
  }
}
