import VGGCompute
import VGGGraph

/// A layer in training, with all its numbers except the maps' shapes, and with the ReLU that follows it if that
/// is fused.
protocol TrainedOperation: Sendable {
  /// The zeros that it wants around its input.
  var inputBorder: Int { get }
  /// Whether it is a ReLU by itself.
  var isReLU: Bool { get }
  /// Whether the gradient of its input can be that of the input of a ReLU before it.
  var takesReLUGradient: Bool { get }

  /// The same with a ReLU after it; `nil` if the ReLU has to stay separate.
  func withReLU() -> (any TrainedOperation)?
  /// The zeros that the backward pass needs around the gradient of the output.
  func gradientBorder(_ input: TrainingPlan.Slot) -> Int
  /// Settles everything that a batch needs.
  func planned(
    _ node: NodeContext, by planner: inout TrainingPlanner
  ) throws(ComputeError) -> any TrainedCall
}

extension TrainedOperation {
  var inputBorder: Int { 0 }
  var isReLU: Bool { false }
  var takesReLUGradient: Bool { false }

  func withReLU() -> (any TrainedOperation)? { nil }
  func gradientBorder(_ input: TrainingPlan.Slot) -> Int { 0 }
}

/// A layer's part in a step, planned for a batch.
protocol TrainedCall: Sendable {
  /// Whether the gradient that it receives is already that of the input of its ReLU.
  var isMasked: Bool { get }

  /// Computes the output, and keeps the values that the backward pass needs.
  func forward(_ pass: Pass)
  /// Turns the gradient of the output, in `received`, into that of the input. Returns whether the result is in
  /// `given`; otherwise it has replaced the received gradient.
  func backward(
    _ pass: Pass, received: UnsafeMutablePointer<Float>, given: UnsafeMutablePointer<Float>
  ) -> Bool
}

extension TrainedCall {
  var isMasked: Bool { false }
}

/// The surroundings of an operation that is being planned.
struct NodeContext {
  /// The node's number in the plan.
  let index: Int
  let name: String
  let input: TrainingPlan.Slot
  let output: TrainingPlan.Slot
  /// Whether the node's weights are frozen, and it runs as at inference.
  let isFrozen: Bool
  /// The call of the node before it.
  let previous: (any TrainedCall)?
  /// The operation of the node after it.
  let next: (any TrainedOperation)?
}

/// An operation with the layer that its weights are named after.
struct TrainedLayer: Sendable {
  var operation: any TrainedOperation
  let layer: Layer

  var output: Shape { layer.output }
}

/// The operations whose gradients train `graph`: all its layers except a last softmax, which is part of
/// the loss, with ReLU fused into the layer before it.
func trainedLayers(of graph: ModelGraph) throws(ComputeError) -> [TrainedLayer] {
  let trained = try trainedLayers(graph.layers[...])
  guard graph.outcome != .features else {
    throw .noClassifier(output: "\(graph.output)")
  }
  return trained
}

/// The same for the last layers of a network.
func trainedLayers(_ layers: ArraySlice<Layer>) throws(ComputeError) -> [TrainedLayer] {
  var trained: [TrainedLayer] = []
  for (index, layer) in zip(layers.indices, layers) {
    guard let operation = trainedOperation(layer.kind) else {
      if index == layers.endIndex - 1 { break }
      throw .innerSoftmax(layer: layer.name)
    }
    if operation.isReLU, let fused = trained.last?.operation.withReLU() {
      trained[trained.count - 1].operation = fused
    } else {
      trained.append(TrainedLayer(operation: operation, layer: layer))
    }
  }
  return trained
}
