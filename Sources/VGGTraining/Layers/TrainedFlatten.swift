import VGGCompute

/// A map's values as one vector, in training.
struct TrainedFlatten: TrainedOperation {
  func planned(
    _ node: NodeContext, by planner: inout TrainingPlanner
  ) throws(ComputeError) -> any TrainedCall {
    switch node.input.form {
    case .map: Call(input: node.input.map, output: node.output)
    // An unchanged image that is flattened: its numbers are already in row-major order.
    case .vector: Nothing()
    }
  }

  private struct Call: TrainedCall {
    let input: TrainingPlan.MapSlot
    let output: TrainingPlan.Slot

    func forward(_ pass: Pass) {
      pass.team.flatten(pass.tensor(input), to: pass.memory.activation(output))
    }

    func backward(
      _ pass: Pass, received: UnsafeMutablePointer<Float>, given: UnsafeMutablePointer<Float>
    ) -> Bool {
      pass.team.arrange(received, in: BlockedTensor(input.gradientShape, at: given))
      return true
    }
  }

  private struct Nothing: TrainedCall {
    func forward(_ pass: Pass) {}

    func backward(
      _ pass: Pass, received: UnsafeMutablePointer<Float>, given: UnsafeMutablePointer<Float>
    ) -> Bool { false }
  }
}
