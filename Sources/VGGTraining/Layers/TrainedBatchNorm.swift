import VGGCompute

/// A batch normalisation in training: by the batch's statistics, which the running ones follow.
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
      let (parameters, input) = (pass.parameters[node], pass.tensor(input))
      guard let weight = parameters.weight, let bias = parameters.bias,
        let mean = parameters.runningMean, let variance = parameters.runningVariance
      else { preconditionFailure("\(name) has no tensors") }
      let running = BatchStatistics.Running(mean: mean, variance: variance)
      let statistics = pass.memory.statistics(statistics)
      if pass.mode.isInference || isFrozen {
        statistics.take(running)
      } else {
        statistics.measure(
          input, on: pass.team, followedBy: running, scratch: pass.memory.scratch)
      }
      statistics.settle(weight: weight, bias: bias)
      statistics.normalize(input, on: pass.team, hasReLU: hasReLU, to: pass.tensor(output))
    }

    func backward(
      _ pass: Pass, received: UnsafeMutablePointer<Float>, given: UnsafeMutablePointer<Float>
    ) -> Bool {
      let parameters = pass.parameters[node]
      pass.memory.statistics(statistics).changeGradient(
        BlockedTensor(output.gradientShape, at: received), on: pass.team,
        input: pass.tensor(input), hasReLU: hasReLU,
        parameters: .init(weight: parameters.weightGradient, bias: parameters.biasGradient),
        scratch: pass.memory.scratch)
      return false
    }
  }
}
