import VGGCompute

/// A batch normalisation layer in training: it uses the batch's statistics, which also update the running ones.
struct TrainedBatchNorm: TrainedOperation {
  private let channels: Int
  private var hasReLU = false

  init(channels: Int) {
    self.channels = channels
  }

  func withReLU() -> (any TrainedOperation)? {
    guard !hasReLU else { return nil }
    var fused = self
    fused.hasReLU = true
    return fused
  }

  func gradientBorder(_ input: TrainingPlan.Slot) -> Int { input.map.gradientShape.border }

  func planned(
    _ node: NodeContext, by planner: inout TrainingPlanner
  ) throws(ComputeError) -> any TrainedCall {
    planner.needScratch(forChannelsOf: node.output.map.shape)
    return Call(
      node: node.index, name: node.name, isFrozen: node.isFrozen, hasReLU: hasReLU,
      statistics: planner.statistics(channels: channels), input: node.input.map,
      output: node.output.map)
  }

  private struct Call: TrainedCall {
    let node: Int
    let name: String
    let isFrozen: Bool
    let hasReLU: Bool
    let statistics: TrainingPlan.StatisticsSlot
    let input: TrainingPlan.MapSlot
    let output: TrainingPlan.MapSlot

    func forward(_ pass: Pass) {
      let input = pass.tensor(input)
      let statistics = pass.settledStatistics(
        statistics, of: input, node: node, named: name, isFrozen: isFrozen,
        scratch: pass.memory.scratch)
      statistics.normalize(input, on: pass.team, hasReLU: hasReLU, to: pass.tensor(output))
    }

    func backward(
      _ pass: Pass, received: UnsafeMutablePointer<Float>, given: UnsafeMutablePointer<Float>
    ) -> Bool {
      let parameters = pass.parameters[node]
      let gradient = BlockedTensor(output.gradientShape, at: received)
      guard !pass.mode.isInference else {
        pass.memory.statistics(statistics).changeGradient(
          gradient, on: pass.team, throughReLUOf: hasReLU ? pass.tensor(output) : nil)
        return false
      }
      pass.memory.statistics(statistics).changeGradient(
        gradient, on: pass.team, input: pass.tensor(input), hasReLU: hasReLU,
        parameters: .init(weight: parameters.weightGradient, bias: parameters.biasGradient),
        scratch: pass.memory.scratch)
      return false
    }
  }
}

extension Pass {
  /// The statistics by which the layer normalises `values` in this step: those of the values, which also update the
  /// running ones, or the running ones at inference and if the layer is frozen.
  func settledStatistics(
    _ slot: TrainingPlan.StatisticsSlot, of values: BlockedTensor, node: Int, named name: String,
    isFrozen: Bool, scratch: UnsafeMutableRawPointer
  ) -> BatchStatistics {
    let parameters = parameters[node]
    guard let weight = parameters.weight, let bias = parameters.bias,
      let mean = parameters.runningMean, let variance = parameters.runningVariance
    else { preconditionFailure("\(name) has no tensors") }
    let running = BatchStatistics.Running(mean: mean, variance: variance)
    let statistics = memory.statistics(slot)
    if mode.isInference || isFrozen {
      statistics.take(running)
    } else {
      statistics.measure(values, on: team, followedBy: running, scratch: scratch)
    }
    statistics.settle(weight: weight, bias: bias)
    return statistics
  }
}
