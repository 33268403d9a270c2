import VGGCompute

/// One forward and backward pass of a batch: the memory and the numbers that its nodes share.
struct Pass {
  let plan: TrainingPlan
  let memory: TrainingMemory
  let parameters: [LayerParameters]
  let team: Team
  let mode: Mode

  /// The behaviour of batch normalisation and dropout.
  enum Mode {
    /// Batch statistics, which also update the running ones; dropout by keys of the layers.
    case training(dropoutKeys: [UInt64])
    /// Running statistics, no dropout.
    case inference

    var isInference: Bool {
      switch self {
      case .inference: true
      case .training: false
      }
    }
  }

  func values(_ slot: TrainingPlan.MapSlot) -> UnsafeMutablePointer<Float> {
    memory.activation(at: slot.offset)
  }

  func tensor(_ slot: TrainingPlan.MapSlot) -> BlockedTensor {
    BlockedTensor(slot.shape, at: values(slot))
  }

  /// Whether the gradient of the input of node `index` is wanted: a layer before it is trained, or the plan ends there.
  func needsInputGradient(of index: Int) -> Bool {
    index > plan.firstTrained || plan.reachesInput
  }
}

// MARK: - Forward

extension Pass {
  /// Computes the outputs of `images`, channels x height x width numbers each, and keeps the values that the
  /// backward pass needs.
  func forward(_ images: UnsafePointer<Float>) {
    enter(images)
    for index in plan.nodes.indices { forward(index) }
  }

  /// Writes the images in the layout of the first node.
  func enter(_ images: UnsafePointer<Float>) {
    let first = memory.activation(plan.input)
    switch plan.input.form {
    case .map(let shape): team.arrange(images, in: BlockedTensor(shape, at: first))
    case .vector(let count): first.update(from: images, count: count * plan.batch)
    }
  }

  /// Computes the output of node `index`.
  func forward(_ index: Int) { plan.nodes[index].call.forward(self) }
}

// MARK: - Backward

extension Pass {
  /// Computes the gradients of all trained weights from that of the outputs, which is in the
  /// first of the two gradients.
  ///
  /// - Returns: the number of the gradient that is then that of the first node's input, if that is wanted.
  @discardableResult func backward() -> Int {
    var current = 0
    for index in trainedNodes where backward(index, from: current) {
      current = 1 - current
    }
    return current
  }

  /// The nodes of the backward pass, in its order.
  var trainedNodes: ReversedCollection<Range<Int>> {
    (plan.firstTrained..<plan.nodes.count).reversed()
  }

  /// Turns the gradient of the output of node `index`, which is in gradient `current`, into that of
  /// its input. Returns whether that is now in the other of the two gradients.
  func backward(_ index: Int, from current: Int) -> Bool {
    plan.nodes[index].call.backward(
      self, received: memory.gradient(current), given: memory.gradient(1 - current))
  }
}
