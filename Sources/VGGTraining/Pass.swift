import VGGGraph
import VGGKernels
import VGGRuntime

/// One way of a batch through the network: the memory and the numbers that its nodes share.
struct Pass {
  let plan: TrainingPlan
  let memory: TrainingMemory
  let parameters: [LayerParameters]
  let norms: [BatchNormState]
  let team: OpaquePointer
  let mode: Mode

  /// What batch normalisation and dropout go by.
  enum Mode {
    /// Batch statistics, which the running ones follow; dropout by keys of the layers.
    case training(dropoutKeys: [UInt64])
    /// Running statistics, no dropout.
    case inference
  }

  /// Whether `node` runs as at inference.
  func isAtInference(_ node: TrainingPlan.Node) -> Bool {
    if case .inference = mode { true } else { node.isFrozen }
  }

  /// Dropout of layer `index`; `nil` where nothing is dropped.
  func dropout(_ index: Int, _ node: TrainingPlan.Node) -> vgg_dropout? {
    guard case .training(let keys) = mode, !node.isFrozen,
      case .dropout(let probability) = node.layer.operation, probability > 0
    else { return nil }
    return vgg_dropout(key: keys[index], probability: probability)
  }

  /// That a kernel takes what the planner has made.
  func check(_ status: vgg_status, _ node: TrainingPlan.Node) {
    precondition(
      status == VGG_OK, "the planner and the kernels disagree on \(node.layer.layer.name)")
  }

  /// Numbers of a plain value over the whole batch.
  func count(_ form: TrainingPlan.Form) -> Int {
    switch form {
    case .plain(let count): count * plan.batch
    case .blocked(var shape): vgg_shape_bytes(&shape) / MemoryLayout<Float>.size
    }
  }
}
