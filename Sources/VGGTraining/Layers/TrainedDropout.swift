import VGGCompute

/// Dropout in training.
struct TrainedDropout: TrainedOperation {
  let probability: Double

  func gradientBorder(_ input: TrainingPlan.Slot) -> Int { input.gradientBorder }

  func planned(
    _ node: NodeContext, by planner: inout TrainingPlanner
  ) throws(ComputeError) -> any TrainedCall {
    Call(
      node: node.index, probability: node.isFrozen ? 0 : probability, input: node.input,
      output: node.output)
  }

  private struct Call: TrainedCall {
    let node: Int
    /// The share of dropped values; 0 if nothing is ever dropped.
    let probability: Double
    let input: TrainingPlan.Slot
    let output: TrainingPlan.Slot

    func forward(_ pass: Pass) {
      let (source, target) = (pass.memory.activation(input), pass.memory.activation(output))
      let dropout = dropout(pass)
      switch (input.form, output.form) {
      case (.map(let from), .map(let to)):
        let (from, to) = (BlockedTensor(from, at: source), BlockedTensor(to, at: target))
        if let dropout {
          dropout.run(on: pass.team, from: from, to: to)
        } else {
          pass.team.copy(from, to: to)
        }
      case (.map, .vector(let count)), (.vector(let count), .map), (.vector(let count), .vector):
        if let dropout {
          dropout.run(on: pass.team, count: count * pass.plan.batch, from: source, to: target)
        } else {
          target.update(from: source, count: count * pass.plan.batch)
        }
      }
    }

    func backward(
      _ pass: Pass, received: UnsafeMutablePointer<Float>, given: UnsafeMutablePointer<Float>
    ) -> Bool {
      guard let dropout = dropout(pass) else { return false }
      switch output.gradientForm {
      case .map(let shape):
        let gradient = BlockedTensor(shape, at: received)
        dropout.run(on: pass.team, from: gradient, to: gradient)
      case .vector(let count):
        dropout.run(on: pass.team, count: count * pass.plan.batch, from: received, to: received)
      }
      return false
    }

    /// `nil` if nothing is dropped.
    private func dropout(_ pass: Pass) -> RandomDropout? {
      switch pass.mode {
      case .training(let keys) where probability > 0:
        RandomDropout(key: keys[node], probability: probability)
      case .training, .inference: nil
      }
    }
  }
}
