import VGGGraph
import VGGKernels

/// One run of a program: the memory between which its steps go.
struct Run {
  let schedule: Schedule
  let batch: Int
  let workspace: Workspace
  let input: UnsafePointer<Float>
  let output: UnsafeMutablePointer<Float>

  /// Computes one step.
  func perform(_ step: Step, _ weights: ProgramWeights) {
    let (source, target) = (readable(step.source), writable(step.target))
    let team = workspace.team.pointer
    let status =
      switch step.call {
      case .toBlocked(var shape): vgg_to_blocked(team, &shape, source, target)
      case .toPlain(var shape): vgg_to_plain(team, &shape, source, target)
      case .convolution(var plan, let index):
        convolve(&plan, weights.convolutions[index], source, target)
      case .maxPool(var window, var from, var to):
        vgg_max_pool(team, &window, &from, source, &to, target)
      case .averagePool(var window, var from, var to):
        vgg_average_pool(team, &window, &from, source, &to, target)
      case .adaptiveAveragePool(var from, var to):
        vgg_adaptive_average_pool(team, &from, source, &to, target)
      case .localResponseNorm(let norm, var from, var to):
        vgg_local_response_norm(
          team, Int32(norm.size), Float(norm.alpha), Float(norm.beta), Float(norm.k), &from, source,
          &to, target)
      case .scaleShift(let index, let rectifies, var from, var to):
        vgg_scale_shift(
          team, weights.norms[index].factors, weights.norms[index].summands, rectifies, &from,
          source, &to, target)
      case .relu(var from, var to): vgg_relu(team, &from, source, &to, target)
      case .linear(let linear, let index, let rectifies, _):
        weights.linears[index].multiply(
          linear, batch: batch, rectifies: rectifies, workspace.team, source, target,
          scratch: workspace.scratchBytes)
      case .reluPlain(let count): rectify(count, source, target)
      case .copy(let count): copy(count, source, target)
      case .softmax(let count): normalize(count, source, target)
      }
    precondition(status == VGG_OK, "the planner and the kernels disagree on \(step.call)")
  }

  /// The plain values that `step`, which has just been performed, gave.
  func result(of step: Step, count: Int) -> [Float] {
    let stored = UnsafePointer(writable(step.target))
    guard var shape = step.call.blockedOutput else {
      return Array(UnsafeBufferPointer(start: stored, count: count))
    }
    var plain = [Float](repeating: 0, count: count)
    let status = plain.withUnsafeMutableBufferPointer { plain in
      vgg_to_plain(workspace.team.pointer, &shape, stored, plain.baseAddress)
    }
    precondition(status == VGG_OK, "the shape of \(step.call) is none that the kernels know")
    return plain
  }

  private func readable(_ buffer: Buffer) -> UnsafePointer<Float> {
    switch buffer {
    case .input: input
    case .output: UnsafePointer(output)
    case .arena(let index): UnsafePointer(workspace.arena(index))
    }
  }

  private func writable(_ buffer: Buffer) -> UnsafeMutablePointer<Float> {
    switch buffer {
    case .arena(let index): workspace.arena(index)
    case .output: output
    case .input: preconditionFailure("no step writes to the images")
    }
  }

  private func convolve(
    _ plan: inout vgg_conv_plan, _ packed: UnsafeRawPointer, _ source: UnsafePointer<Float>,
    _ target: UnsafeMutablePointer<Float>
  ) -> vgg_status {
    vgg_conv_run(&plan, workspace.team.pointer, packed, source, target, workspace.scratchBytes)
    return VGG_OK
  }

  private func rectify(
    _ count: Int, _ source: UnsafePointer<Float>, _ target: UnsafeMutablePointer<Float>
  ) -> vgg_status {
    vgg_relu_plain(workspace.team.pointer, count, source, target)
    return VGG_OK
  }

  private func copy(
    _ count: Int, _ source: UnsafePointer<Float>, _ target: UnsafeMutablePointer<Float>
  ) -> vgg_status {
    target.update(from: source, count: count)
    return VGG_OK
  }

  private func normalize(
    _ count: Int, _ source: UnsafePointer<Float>, _ target: UnsafeMutablePointer<Float>
  ) -> vgg_status {
    vgg_softmax(Int32(batch), Int32(count), source, target)
    return VGG_OK
  }
}
