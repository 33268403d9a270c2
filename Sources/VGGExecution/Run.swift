import VGGCompute
import VGGGraph

/// One run of a program: the memory that its steps read and write.
struct Run {
  let schedule: Schedule
  let batch: Int
  let workspace: Workspace
  let input: UnsafePointer<Float>
  let output: UnsafeMutablePointer<Float>
  /// The destinations of the taps' values, in the taps' order; `nil` if nobody wants them.
  var taps: [UnsafeMutablePointer<Float>]?

  /// Computes one step; a step that is only for a tap is skipped if nobody wants its values.
  func perform(_ step: Step, _ weights: ProgramWeights) {
    if case .tap = step.target, taps == nil { return }
    let (source, target) = (readable(step.source), writable(step.target))
    let team = workspace.team
    switch step.call {
    case .toBlocked(let shape): team.arrange(source, in: BlockedTensor(shape, at: target))
    case .toPlain(let shape): team.flatten(arenaTensor(shape, step.source), to: target)
    case .convolution(let plan, let index):
      plan.run(
        on: team, packed: weights.convolutions[index], from: source, to: target,
        scratch: workspace.scratch.base, activation: weights.convolutionActivations[index])
    case .scale(let index, let from, let to):
      weights.norms[index].run(
        on: team, from: arenaTensor(from, step.source), to: BlockedTensor(to, at: target))
    case .map(let operation, let from, let to):
      operation.run(
        on: team, from: arenaTensor(from, step.source), to: BlockedTensor(to, at: target))
    case .linear(let layer, let index, _):
      weights.linears[index].run(
        layer, on: team, from: source, to: target, scratch: workspace.scratch.base,
        activation: weights.linearActivations[index])
    case .elementwise(let operation, let count):
      operation.run(on: team, count: count, from: source, to: target)
    case .scaleVector(let index, _):
      weights.norms[index].run(on: team, batch: batch, from: source, to: target)
    case .slope(let index, let from, let to):
      weights.slopes[index].run(
        on: team, from: arenaTensor(from, step.source), to: BlockedTensor(to, at: target))
    case .slopeVector(let index, let count):
      weights.slopes[index].run(on: team, count: count, from: source, to: target)
    case .copy(let count): target.update(from: source, count: count)
    case .softmax(let count): Softmax.run(batch: batch, count: count, from: source, to: target)
    }
  }

  /// The plain values that `step`, which has just been performed, has computed.
  func result(of step: Step, count: Int) -> [Float] {
    guard let shape = step.call.blockedOutput else {
      return Array(UnsafeBufferPointer(start: UnsafePointer(writable(step.target)), count: count))
    }
    return [Float](unsafeUninitializedCapacity: count) { plain, initialized in
      if let base = plain.baseAddress {
        workspace.team.flatten(arenaTensor(shape, step.target), to: base)
      }
      initialized = count
    }
  }

  /// Maps in an arena; the images are never blocked.
  private func arenaTensor(_ shape: BlockedShape, _ buffer: Buffer) -> BlockedTensor {
    BlockedTensor(shape, at: writable(buffer))
  }

  private func readable(_ buffer: Buffer) -> UnsafePointer<Float> {
    switch buffer {
    case .input: input
    case .output: UnsafePointer(output)
    case .tap: preconditionFailure("no step reads a tap")
    case .arena(let index): UnsafePointer(workspace.arena(index))
    }
  }

  private func writable(_ buffer: Buffer) -> UnsafeMutablePointer<Float> {
    switch buffer {
    case .arena(let index): workspace.arena(index)
    case .output: output
    case .tap(let number):
      if let taps {
        taps[number]
      } else {
        preconditionFailure("a tap's step is performed where its values are wanted")
      }
    case .input: preconditionFailure("no step writes to the images")
    }
  }
}
