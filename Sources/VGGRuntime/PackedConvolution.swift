import VGGKernels
import VGGWeights

/// A convolution that is planned, with its weights transformed for the plan's algorithm.
final class PackedConvolution: Sendable {
  private let plan: vgg_conv_plan
  private let packed: AlignedMemory

  /// Takes `name.weight`, output channels x input channels x kernel x kernel, and, when `bias` says
  /// so, `name.bias`, output channels.
  ///
  /// - Throws: `WeightError` when a tensor is missing or has another shape; `ShapeError`, whose
  ///   message `layer` starts, when the sizes are too large to run; `OutOfMemory`.
  convenience init(
    _ name: String, _ geometry: ConvolutionGeometry, bias: Bool, from weights: some WeightSource,
    layer: String
  ) throws {
    let plan = try vgg_conv_plan(geometry, layer: layer)
    let weight = try weights.tensor(
      "\(name).weight",
      shape: [
        geometry.outputChannels, geometry.inputChannels, geometry.kernel, geometry.kernel,
      ])
    let bias =
      bias ? try weights.tensor("\(name).bias", shape: [geometry.outputChannels]).values : nil
    try self.init(plan, weight, bias)
  }

  /// Packs `weight` and `bias`; only the packed weights are read from here on.
  private init(
    _ plan: vgg_conv_plan, _ weight: WeightTensor, _ bias: [Float]?
  ) throws(OutOfMemory) {
    guard let packed = AlignedMemory(byteCount: plan.packed_bytes) else {
      throw OutOfMemory(byteCount: plan.packed_bytes)
    }
    KernelWorkspace.use { workspace in
      withUnsafePointer(to: plan) { plan in
        weight.withUnsafeValues { weight in
          vgg_conv_pack(
            plan, workspace.team.pointer, weight.baseAddress, nil, bias, packed.base)
        }
      }
    }
    weight.releasePages()
    (self.plan, self.packed) = (plan, packed)
  }

  /// Convolves `input`.
  func callAsFunction(_ input: MapStorage) -> BlockedMap {
    if plan.conv.flags & UInt32(VGG_PLAIN_INPUT) != 0 {
      return input.values.withUnsafeBufferPointer { run($0.baseAddress) }
    }
    let shape = vgg_shape(
      batch: 1, channels: plan.conv.in_channels, height: plan.conv.in_height,
      width: plan.conv.in_width, border: plan.conv.in_border)
    return input.blocked(shape).withValues(run)
  }

  private func run(_ input: UnsafePointer<Float>?) -> BlockedMap {
    BlockedMap(plan.out) { output in
      KernelWorkspace.use { workspace in
        withUnsafePointer(to: plan) { plan in
          vgg_conv_run(
            plan, workspace.team.pointer, packed.base, input, output,
            workspace.scratch(plan.pointee.scratch_bytes))
        }
      }
      return VGG_OK
    }
  }
}

extension vgg_conv_plan {
  /// The plan of a convolution by the algorithm that should be fastest.
  ///
  /// - Throws: `ShapeError` when it is too large to run; `layer` starts the message.
  fileprivate init(_ geometry: ConvolutionGeometry, layer: String) throws(ShapeError) {
    self.init()
    var description = try geometry.description(layer: layer)
    let (isa, threads) = (KernelWorkspace.instructionSet, Int32(KernelWorkspace.threads))
    let algorithm = vgg_conv_choose(isa, threads, &description)
    guard vgg_conv_plan_make(isa, threads, &description, algorithm, &self) == VGG_OK else {
      throw ShapeError("\(layer): too large to run: a map, the weights or scratch pass 2^40 bytes")
    }
  }
}
