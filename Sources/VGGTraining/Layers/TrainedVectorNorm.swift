import VGGCompute

/// A batch normalisation layer for vectors in training, computed on maps of one pixel.
struct TrainedVectorNorm: TrainedOperation {
  private let features: Int
  private var hasReLU = false

  init(features: Int) {
    self.features = features
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
    let shape = try BlockedShape(
      batch: planner.batch, channels: features, height: 1, width: 1, border: 0)
    let sums = ChannelSums.scratchBytes(shape)
    planner.need(scratch: 2 * aligned(shape.byteCount) + sums)
    return Call(
      node: node.index, name: node.name, isFrozen: node.isFrozen, hasReLU: hasReLU, shape: shape,
      statistics: planner.statistics(channels: features), input: node.input, output: node.output)
  }

  private struct Call: TrainedCall {
    let node: Int
    let name: String
    let isFrozen: Bool
    let hasReLU: Bool
    /// The batch's vectors as maps of one pixel.
    let shape: BlockedShape
    let statistics: TrainingPlan.StatisticsSlot
    let input: TrainingPlan.Slot
    let output: TrainingPlan.Slot

    func forward(_ pass: Pass) {
      let (values, _, scratch) = maps(pass)
      pass.team.arrange(pass.memory.activation(input), in: values)
      let statistics = pass.settledStatistics(
        statistics, of: values, node: node, named: name, isFrozen: isFrozen, scratch: scratch)
      statistics.normalize(values, on: pass.team, hasReLU: hasReLU, to: values)
      pass.team.flatten(values, to: pass.memory.activation(output))
    }

    func backward(
      _ pass: Pass, received: UnsafeMutablePointer<Float>, given: UnsafeMutablePointer<Float>
    ) -> Bool {
      let parameters = pass.parameters[node]
      let (values, gradient, scratch) = maps(pass)
      pass.team.arrange(received, in: gradient)
      guard !pass.mode.isInference else {
        pass.team.arrange(pass.memory.activation(output), in: values)
        pass.memory.statistics(statistics).changeGradient(
          gradient, on: pass.team, throughReLUOf: hasReLU ? values : nil)
        pass.team.flatten(gradient, to: received)
        return false
      }
      pass.team.arrange(pass.memory.activation(input), in: values)
      pass.memory.statistics(statistics).changeGradient(
        gradient, on: pass.team, input: values, hasReLU: hasReLU,
        parameters: .init(weight: parameters.weightGradient, bias: parameters.biasGradient),
        scratch: scratch)
      pass.team.flatten(gradient, to: received)
      return false
    }

    /// Two maps in the scratch memory, and the rest of it.
    private func maps(
      _ pass: Pass
    ) -> (BlockedTensor, BlockedTensor, scratch: UnsafeMutableRawPointer) {
      let (base, bytes) = (pass.memory.scratch, aligned(shape.byteCount))
      func map(at offset: Int) -> BlockedTensor {
        BlockedTensor(
          shape,
          at: (base + offset).bindMemory(to: Float.self, capacity: shape.storedCount))
      }
      return (map(at: 0), map(at: bytes), base + 2 * bytes)
    }
  }
}
