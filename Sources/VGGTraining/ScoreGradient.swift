import VGGCompute
import VGGGraph
import VGGWeights

/// The last layers of a network, planned once: they turn the values of a map into scores, and find the gradient of a
/// score with respect to these values. No gradient of a weight is computed, and nothing before the map.
///
/// A last softmax is left out: scores are the values before it. Batch normalisation behaves as at inference, and dropout
/// does nothing.
package final class ScoreGradient {
  private let plan: TrainingPlan
  private let pass: Pass
  private let inputCount: Int
  private let outputCount: Int

  /// - Parameters:
  ///   - layer: the index of the layer whose output map is differentiated with respect to; `nil` for the image.
  ///   - threads: the threads that compute together; the result does not depend on it.
  ///   - isExact: whether convolutions are plain sums, without Winograd's algorithms.
  /// - Throws: ``ComputeError`` when there is not enough memory or a softmax is followed by layers other than dropout;
  ///   `WeightError` when a tensor is missing or has a different shape.
  /// - Precondition: the layer's output is a map, and the network ends in scores or probabilities.
  package init(
    _ graph: ModelGraph, after layer: Int?, weights: some WeightSource, threads: Int,
    isExact: Bool = false, instructionSet: InstructionSet = .best
  ) throws {
    guard graph.outcome != .features,
      case .map(let map) = layer.map({ graph.layers[$0].output }) ?? .map(graph.input)
    else { preconditionFailure("scores have gradients with respect to a map") }
    let options = TrainingOptions(
      batch: 1, threads: threads, instructionSet: instructionSet, isExact: isExact,
      optimizer: .sgd(momentum: 0, weightDecay: 0), frozen: .everything)
    try options.check()
    // Dropout does nothing at inference.
    let following = graph.layers[((layer ?? -1) + 1)...].filter { !$0.kind.isDropout }
    let layers = try trainedLayers(following[...])
    plan = try TrainingPlanner.plan(layers, reaching: map, options: options)
    try plan.checkMemory(stateBytes: layers.map(\.layer).stateBytes)
    let parameters = try Parameters(layers, options: options, from: weights)
    pass = Pass(
      plan: plan, memory: try TrainingMemory(plan),
      parameters: layers.map { LayerParameters($0, in: parameters) },
      team: try .started(threads: threads, instructionSet: instructionSet), mode: .inference)
    owner = parameters
    inputCount = Shape.map(map).elementCount
    outputCount = graph.output.elementCount
  }

  /// The memory that the pass's parameters point to.
  private let owner: Parameters

  /// The scores that the layers compute from `values`, and the gradient of one of them with respect to each value.
  ///
  /// - Parameters:
  ///   - values: channels x height x width.
  ///   - choose: chooses the class from the scores.
  package func callAsFunction(
    _ values: [Float], of choose: ([Float]) throws -> Int
  ) rethrows -> (scores: [Float], gradient: [Float]) {
    precondition(values.count == inputCount, "the values are those of one map")
    values.withUnsafeBufferPointer { values in
      if let base = values.baseAddress { pass.forward(base) }
    }
    let memory = pass.memory
    let scores = Array(
      UnsafeBufferPointer(start: memory.activation(plan.output), count: outputCount))
    let chosen = try choose(scores)
    precondition(scores.indices.contains(chosen), "the class is one of the network's")
    let start = memory.gradient(0)
    start.update(repeating: 0, count: outputCount)
    start[chosen] = 1
    let gradient = memory.gradient(pass.backward())
    switch plan.input.gradientForm {
    case .vector: return (scores, Array(UnsafeBufferPointer(start: gradient, count: inputCount)))
    case .map(let shape):
      let plain = [Float](unsafeUninitializedCapacity: inputCount) { plain, initialized in
        if let base = plain.baseAddress {
          pass.team.flatten(BlockedTensor(shape, at: gradient), to: base)
        }
        initialized = inputCount
      }
      return (scores, plain)
    }
  }
}

extension TrainingPlan {
  /// Throws if this machine does not have the memory for a plan that trains nothing.
  fileprivate func checkMemory(stateBytes: Int) throws(ComputeError) {
    try ComputeLimits.checkMemory(Double(sizes.total) + Double(stateBytes), for: .gradient)
  }
}
