import VGGCompute
import VGGWeights

/// A planned convolution, with its weights transformed for the plan's algorithm.
final class PackedConvolution: Sendable {
  private let plan: ConvolutionPlan
  private let packed: AlignedMemory

  /// Takes `name.weight`, output channels x input channels of a group x the kernel's height x its width,
  /// and, if `bias` is true, `name.bias`, output channels.
  ///
  /// - Throws: `WeightError` when a tensor is missing or has a different shape; `ShapeError`, whose
  ///   message `layer` starts, when the sizes are too large to run; `OutOfMemory`.
  convenience init(
    _ name: String, _ geometry: ConvolutionGeometry, bias: Bool, from weights: some WeightSource,
    layer: String
  ) throws {
    let plan = try geometry.plan(layer: layer)
    let weight = try weights.tensor("\(name).weight", shape: geometry.weightShape)
    let bias =
      bias ? try weights.tensor("\(name).bias", shape: [geometry.outputChannels]).values : nil
    try self.init(plan, weight, bias: bias)
  }

  /// Packs `weight` and `bias`; only the packed weights are read from here on.
  private init(
    _ plan: ConvolutionPlan, _ weight: WeightTensor, bias: [Float]?
  ) throws(OutOfMemory) {
    guard let packed = AlignedMemory(byteCount: plan.packedBytes) else {
      throw OutOfMemory(byteCount: plan.packedBytes)
    }
    KernelWorkspace.use { workspace in
      weight.withUnsafeValues { weight in
        plan.pack(
          on: workspace.team, weights: weight.baseAddress, bias: bias, to: packed.base)
      }
    }
    weight.releasePages()
    (self.plan, self.packed) = (plan, packed)
  }

  /// Convolves `input`.
  func callAsFunction(_ input: MapStorage) -> BlockedMap {
    guard plan.convolution.takesPlainInput else {
      return input.blocked(plan.convolution.input).withTensor { run($0.values) }
    }
    return input.values.withUnsafeBufferPointer { values in
      guard let base = values.baseAddress else { preconditionFailure("a map has values") }
      return run(base)
    }
  }

  private func run(_ input: UnsafePointer<Float>) -> BlockedMap {
    BlockedMap(plan.output) { output in
      KernelWorkspace.use { workspace in
        plan.run(
          on: workspace.team, packed: packed.base, from: input, to: output.values,
          scratch: workspace.scratch(plan.scratchBytes))
      }
    }
  }
}

extension ConvolutionGeometry {
  /// The plan with the algorithm that should be fastest.
  ///
  /// - Throws: `ShapeError` when the convolution is too large to run; `layer` starts the message.
  fileprivate func plan(layer: String) throws(ShapeError) -> ConvolutionPlan {
    let convolution = try description(layer: layer)
    let (instructionSet, threads) = (KernelWorkspace.instructionSet, KernelWorkspace.threads)
    do {
      return try ConvolutionPlan(
        convolution, convolution.fastestAlgorithm(instructionSet, threads: threads), name: layer,
        instructionSet: instructionSet, threads: threads)
    } catch {
      throw ShapeError(error.description)
    }
  }
}
