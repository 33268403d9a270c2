import VGGCompute
import VGGGraph

/// A fully connected layer in training.
struct TrainedLinear: TrainedOperation {
  private let linear: Linear
  private var hasReLU = false

  init(_ linear: Linear) {
    self.linear = linear
  }

  func withReLU() -> (any TrainedOperation)? {
    guard !hasReLU else { return nil }
    var fused = self
    fused.hasReLU = true
    return fused
  }

  func planned(
    _ node: NodeContext, by planner: inout TrainingPlanner
  ) throws(ComputeError) -> any TrainedCall {
    let layer = try FullyConnected(
      node.name, inputs: linear.inputs, outputs: linear.outputs, batch: planner.batch,
      hasReLU: hasReLU)
    planner.need(scratch: layer.gradientScratchBytes(threads: planner.options.threads))
    return Call(node: node.index, layer: layer, input: node.input, output: node.output)
  }

  private struct Call: TrainedCall {
    let node: Int
    let layer: FullyConnected
    let input: TrainingPlan.Slot
    let output: TrainingPlan.Slot

    func forward(_ pass: Pass) {
      let parameters = pass.parameters[node]
      layer.run(
        on: pass.team, weights: parameters.weight, bias: parameters.bias,
        from: pass.memory.activation(input), to: pass.memory.activation(output))
    }

    func backward(
      _ pass: Pass, received: UnsafeMutablePointer<Float>, given: UnsafeMutablePointer<Float>
    ) -> Bool {
      let parameters = pass.parameters[node]
      if layer.hasReLU {
        ReLUActivation().changeGradient(
          received, on: pass.team, count: layer.batch * layer.outputs,
          output: pass.memory.activation(output))
      }
      if let weights = parameters.weightGradient {
        layer.weightGradient(
          on: pass.team, input: pass.memory.activation(input), gradient: received, to: weights,
          bias: parameters.biasGradient, scratch: pass.memory.scratch)
      }
      if pass.needsInputGradient(of: node) {
        layer.inputGradient(
          on: pass.team, weights: parameters.weight, gradient: received, to: given,
          scratch: pass.memory.scratch)
      }
      return true
    }
  }
}
