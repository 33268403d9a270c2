import VGGCompute
import VGGExecution
import VGGGraph

/// A convolution in training.
struct TrainedConvolution: TrainedOperation {
  private let convolution: Conv2d
  private var hasReLU = false

  init(_ convolution: Conv2d) {
    self.convolution = convolution
  }

  var inputBorder: Int { convolution.largestPadding }

  func withReLU() -> (any TrainedOperation)? {
    guard !hasReLU else { return nil }
    var fused = self
    fused.hasReLU = true
    return fused
  }

  /// The border for the gradient of the input, which is a convolution of the output's, with the weights turned.
  func gradientBorder(_ input: TrainingPlan.Slot) -> Int {
    guard convolution.stride == 1 else { return 0 }
    let (extent, padding) = (convolution.window.extent, convolution.padding)
    return max(0, extent.height - 1 - padding.height, extent.width - 1 - padding.width)
  }

  func planned(
    _ node: NodeContext, by planner: inout TrainingPlanner
  ) throws(ComputeError) -> any TrainedCall {
    let (input, output) = (node.input.map, node.output.map)
    var forward = Convolution(
      input.shape, outputChannels: convolution.outputChannels, outputBorder: output.shape.border,
      window: SlidingWindow(convolution.window))
    forward.groups = convolution.groups
    forward.isExact = planner.options.isExact
    var weights = forward
    weights.outputBorder = output.gradientShape.border
    var back = weights
    back.input = input.gradientShape
    forward.hasReLU = hasReLU
    let inputGradient = try planner.inputGradient(of: back, node.name)
    planner.need(turned: convolution.tensors.first?.shape.reduce(1, *) ?? 0)
    planner.needScratch(forChannelsOf: output.shape)
    return Call(
      node: node, input: input, output: output, hasReLU: hasReLU,
      isMasked: hasReLU && node.next?.takesReLUGradient == true,
      plan: try planner.plan(forward, node.name),
      weightGradient: try planner.weightGradient(of: weights, node.name),
      inputGradient: inputGradient)
  }

  private struct Call: TrainedCall {
    let node: Int
    let input: TrainingPlan.MapSlot
    let output: TrainingPlan.MapSlot
    let hasReLU: Bool
    let isMasked: Bool
    let plan: ConvolutionPlan
    let weightGradient: WeightGradientPlan
    let inputGradient: InputGradientPlan

    init(
      node: NodeContext, input: TrainingPlan.MapSlot, output: TrainingPlan.MapSlot, hasReLU: Bool,
      isMasked: Bool, plan: ConvolutionPlan, weightGradient: WeightGradientPlan,
      inputGradient: InputGradientPlan
    ) {
      self.node = node.index
      self.input = input
      self.output = output
      self.hasReLU = hasReLU
      self.isMasked = isMasked
      self.plan = plan
      self.weightGradient = weightGradient
      self.inputGradient = inputGradient
    }

    func forward(_ pass: Pass) {
      let (memory, parameters) = (pass.memory, pass.parameters[node])
      plan.pack(
        on: pass.team, weights: parameters.weight, bias: parameters.bias, to: memory.packed)
      plan.run(
        on: pass.team, packed: memory.packed, from: pass.values(input), to: pass.values(output),
        scratch: memory.scratch)
    }

    func backward(
      _ pass: Pass, received: UnsafeMutablePointer<Float>, given: UnsafeMutablePointer<Float>
    ) -> Bool {
      let (memory, parameters) = (pass.memory, pass.parameters[node])
      let gradient = BlockedTensor(output.gradientShape, at: received)
      if hasReLU && !isMasked {
        ChannelSums.write(
          throughReLU: gradient, on: pass.team, output: pass.tensor(output),
          to: parameters.biasGradient, scratch: memory.scratch)
      } else if let bias = parameters.biasGradient {
        ChannelSums.write(gradient, on: pass.team, to: bias, scratch: memory.scratch)
      }
      if let weights = parameters.weightGradient {
        weightGradient.run(
          on: pass.team, input: pass.values(input), gradient: received, to: weights,
          scratch: memory.scratch)
      }
      if pass.needsInputGradient(of: node) {
        inputGradient.run(
          on: pass.team, weights: parameters.weight, gradient: received, to: given,
          .init(turned: memory.turned, packed: memory.packed, scratch: memory.scratch))
      }
      return true
    }
  }
}
