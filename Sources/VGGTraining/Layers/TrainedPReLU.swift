import VGGCompute

/// A PReLU in training: a leaky ReLU whose slope is learned.
struct TrainedPReLU: TrainedOperation {
  func gradientBorder(_ input: TrainingPlan.Slot) -> Int { input.gradientBorder }

  func planned(
    _ node: NodeContext, by planner: inout TrainingPlanner
  ) throws(ComputeError) -> any TrainedCall {
    switch node.output.form {
    case .map(let shape):
      planner.need(scratch: ActivationFunction.SlopeGradient.scratchBytes(shape))
    case .vector(let count):
      planner.need(
        scratch: ActivationFunction.SlopeGradient.scratchBytes(count: count * planner.batch))
    }
    return Call(node: node.index, input: node.input, output: node.output)
  }

  private struct Call: TrainedCall {
    let node: Int
    let input: TrainingPlan.Slot
    let output: TrainingPlan.Slot

    func forward(_ pass: Pass) {
      let function = function(pass)
      switch output.form {
      case .map:
        function.run(on: pass.team, from: pass.tensor(input.map), to: pass.tensor(output.map))
      case .vector(let count):
        function.run(
          on: pass.team, count: count * pass.plan.batch, from: pass.memory.activation(input),
          to: pass.memory.activation(output))
      }
    }

    func backward(
      _ pass: Pass, received: UnsafeMutablePointer<Float>, given: UnsafeMutablePointer<Float>
    ) -> Bool {
      let (function, scratch) = (function(pass), pass.memory.scratch)
      let slope = pass.parameters[node].weightGradient.map {
        ActivationFunction.SlopeGradient($0, scratch: scratch)
      }
      switch output.gradientForm {
      case .map(let shape):
        function.changeGradient(
          BlockedTensor(shape, at: received), on: pass.team, input: pass.tensor(input.map),
          slope: slope)
      case .vector(let count):
        function.changeGradient(
          received, on: pass.team, count: count * pass.plan.batch,
          input: pass.memory.activation(input), slope: slope)
      }
      return false
    }

    /// The function with the slope of this step.
    private func function(_ pass: Pass) -> ActivationFunction {
      guard let weight = pass.parameters[node].weight else {
        preconditionFailure("a PReLU has no slope")
      }
      return .leakyReLU(slope: weight.pointee)
    }
  }
}
