import VGGGraph
import VGGKernels
import VGGSpec

/// Settles borders, algorithms and memory for a batch.
struct TrainingPlanner {
  private typealias Form = TrainingPlan.Form
  private typealias Slot = TrainingPlan.Slot

  private let layers: [TrainedLayer]
  private let options: TrainingOptions
  private let batch: Int

  private var nodes: [TrainingPlan.Node] = []
  private var activationBytes = 0
  private var gradientBytes = 0
  private var scratchBytes = 0
  private var packedBytes = 0
  private var turnedBytes = 0
  private var norms = 0

  private init(_ layers: [TrainedLayer], _ options: TrainingOptions, batch: Int) {
    self.layers = layers
    self.options = options
    self.batch = batch
  }

  /// The plan for `batch` images of shape `image`.
  static func plan(
    _ layers: [TrainedLayer], image: MapShape, _ options: TrainingOptions, batch: Int
  ) throws(UntrainableNetwork) -> TrainingPlan {
    var planner = TrainingPlanner(layers, options, batch: batch)
    return try planner.plan(image)
  }

  private mutating func plan(_ image: MapShape) throws(UntrainableNetwork) -> TrainingPlan {
    let isPlain = layers.first?.operation == .flatten
    let first = try slot(
      .map(image), border: border(before: 0), gradientBorder: 0, isPlain: isPlain)
    var value = first
    for index in layers.indices {
      let output = try output(of: index, from: value)
      nodes.append(try node(index, value, output))
      value = output
    }
    let isTrained = nodes.map { !$0.isFrozen && !$0.layer.layer.stateTensors.isEmpty }
    guard let firstTrained = isTrained.firstIndex(of: true) else {
      throw UntrainableNetwork(
        description: "there is nothing to train: no layer has weights of its own")
    }
    return TrainingPlan(
      batch: batch, input: first, nodes: nodes, activationBytes: activationBytes,
      gradientBytes: gradientBytes, scratchBytes: scratchBytes, packedBytes: packedBytes,
      turnedBytes: turnedBytes, firstTrained: firstTrained)
  }
}

// MARK: - Slots

extension TrainingPlanner {
  private mutating func output(of index: Int, from input: Slot) throws(UntrainableNetwork) -> Slot {
    let layer = layers[index]
    if layer.operation == .flatten, case .plain = input.form { return input }
    return try slot(
      layer.output, border: border(before: index + 1),
      gradientBorder: gradientBorder(of: index, input))
  }

  private mutating func slot(
    _ shape: Shape, border: Int32, gradientBorder: Int32, isPlain: Bool = false
  ) throws(UntrainableNetwork) -> Slot {
    let slot = Slot(
      offset: activationBytes, form: try form(shape, border, isPlain),
      gradientForm: try form(shape, gradientBorder, isPlain))
    activationBytes += try bytes(slot.form)
    gradientBytes = max(gradientBytes, try bytes(slot.gradientForm))
    return slot
  }

  /// The zeros that layer `index` wants around its input.
  private func border(before index: Int) -> Int32 {
    guard index < layers.count, case .convolution(let convolution, _) = layers[index].operation
    else { return 0 }
    return Int32(convolution.padding)
  }

  /// The zeros that the way back wants around the gradient of what layer `index` gives.
  private func gradientBorder(of index: Int, _ input: Slot) -> Int32 {
    if case .convolution(let convolution, _) = layers[index].operation, convolution.stride == 1 {
      return max(0, Int32(convolution.kernel - 1 - convolution.padding))
    }
    if layers[index].changesGradientInPlace, case .blocked(let shape) = input.gradientForm {
      return shape.border
    }
    return 0
  }

  private func form(
    _ shape: Shape, _ border: Int32, _ isPlain: Bool
  ) throws(UntrainableNetwork) -> Form {
    guard let batch = Int32(exactly: batch) else { throw tooLarge(shape) }
    switch shape {
    case .map(let map) where !isPlain:
      guard let channels = Int32(exactly: map.channels), let height = Int32(exactly: map.height),
        let width = Int32(exactly: map.width)
      else { throw tooLarge(shape) }
      return .blocked(
        vgg_shape(batch: batch, channels: channels, height: height, width: width, border: border))
    default:
      guard Int32(exactly: shape.elementCount) != nil else { throw tooLarge(shape) }
      return .plain(count: shape.elementCount)
    }
  }

  /// Rounded up so that what follows is aligned.
  private func bytes(_ form: Form) throws(UntrainableNetwork) -> Int {
    switch form {
    case .blocked(var shape):
      let bytes = vgg_shape_bytes(&shape)
      guard bytes > 0 else {
        throw UntrainableNetwork(
          description: "a feature map of \(shape.batch) x \(shape.channels) x \(shape.height) x "
            + "\(shape.width) values is too large to train")
      }
      return aligned(bytes)
    case .plain(let count):
      guard let bytes = checkedProduct(count, batch, MemoryLayout<Float>.size), bytes <= mostBytes
      else { throw tooLarge(.vector(count)) }
      return aligned(bytes)
    }
  }

  private func aligned(_ bytes: Int) -> Int { (bytes + 63) / 64 * 64 }

  private func tooLarge(_ shape: Shape) -> UntrainableNetwork {
    UntrainableNetwork(description: "\(batch) x \(shape) values are too large to train")
  }
}

/// What the kernels take as one tensor.
private let mostBytes = 1 << 40

// MARK: - Nodes

extension TrainingPlanner {
  private mutating func node(
    _ index: Int, _ input: Slot, _ output: Slot
  ) throws(UntrainableNetwork) -> TrainingPlan.Node {
    let layer = layers[index]
    var node = TrainingPlan.Node(
      layer: layer, input: input, output: output,
      isFrozen: options.freezesFeatures && layer.layer.name.hasPrefix("features."))
    switch layer.operation {
    case .convolution(let convolution, let rectifies):
      node.convolution = try plans(convolution, rectifies, layer, input, output)
      if index + 1 < layers.count, case .maxPool = layers[index + 1].operation {
        node.isMasked = rectifies
      }
      needScratch(forChannelsOf: output)
    case .batchNorm:
      node.index = norms
      norms += 1
      needScratch(forChannelsOf: output)
    case .localResponseNorm:
      if case .blocked(var shape) = input.form {
        needScratch(vgg_local_response_norm_scratch_bytes(Int32(options.threads), &shape))
      }
    case .linear(let linear, _):
      guard let inputs = Int32(exactly: linear.inputs), let outputs = Int32(exactly: linear.outputs)
      else { throw tooLarge(layer.output) }
      needScratch(
        vgg_linear_gradient_scratch_bytes(Int32(options.threads), Int32(batch), inputs, outputs))
    default: break
    }
    return node
  }

  private mutating func needScratch(_ bytes: Int) { scratchBytes = max(scratchBytes, bytes) }

  private mutating func needScratch(forChannelsOf slot: Slot) {
    if case .blocked(var shape) = slot.form { needScratch(vgg_channel_scratch_bytes(&shape)) }
  }

  private mutating func plans(
    _ convolution: Conv2d, _ rectifies: Bool, _ layer: TrainedLayer, _ input: Slot, _ output: Slot
  ) throws(UntrainableNetwork) -> TrainingPlan.ConvolutionPlans {
    guard case .blocked(let from) = input.form, case .blocked(let to) = output.form,
      case .blocked(let fromGradient) = input.gradientForm,
      case .blocked(let toGradient) = output.gradientForm
    else { throw UntrainableNetwork(description: "\(layer.layer.name) takes no feature map") }
    let exact = options.isExact ? UInt32(VGG_EXACT) : 0
    var forward = vgg_conv(
      batch: from.batch, in_channels: from.channels, in_height: from.height, in_width: from.width,
      in_border: from.border, out_channels: to.channels, out_border: to.border,
      kernel_h: Int32(convolution.kernel), kernel_w: Int32(convolution.kernel),
      stride_h: Int32(convolution.stride), stride_w: Int32(convolution.stride),
      pad_h: Int32(convolution.padding), pad_w: Int32(convolution.padding), flags: exact)
    var weights = forward
    weights.out_border = toGradient.border
    var back = weights
    back.in_border = fromGradient.border
    forward.flags |= rectifies ? UInt32(VGG_RELU) : 0
    var turned = vgg_conv()
    let inputGradient: vgg_conv_plan? =
      vgg_input_gradient_conv(&back, &turned) == VGG_OK ? try plan(turned, layer) : nil
    if inputGradient == nil { needScratch(vgg_input_gradient_scratch_bytes(&back)) }
    turnedBytes = max(
      turnedBytes, (layer.layer.stateTensors.first?.shape.reduce(1, *) ?? 0) * 4)
    let forwardPlan = try plan(forward, layer)
    return TrainingPlan.ConvolutionPlans(
      forward: forwardPlan, description: back, inputGradient: inputGradient,
      weightGradient: try weightGradient(weights, layer))
  }

  private mutating func plan(
    _ description: vgg_conv, _ layer: TrainedLayer
  ) throws(UntrainableNetwork) -> vgg_conv_plan {
    var description = description
    let isa = options.instructionSet.value
    // For a fixed number of threads, so that results do not depend on them; the largest tiles are
    // left out for their rounding.
    let chosen = vgg_conv_choose(isa, nominalThreads, &description)
    let algorithm = chosen == VGG_WINOGRAD_6 ? VGG_WINOGRAD_4 : chosen
    var plan = vgg_conv_plan()
    guard
      vgg_conv_plan_make(isa, Int32(options.threads), &description, algorithm, &plan) == VGG_OK
    else { throw tooLarge(layer) }
    needScratch(plan.scratch_bytes)
    packedBytes = max(packedBytes, plan.packed_bytes)
    return plan
  }

  private mutating func weightGradient(
    _ description: vgg_conv, _ layer: TrainedLayer
  ) throws(UntrainableNetwork) -> vgg_weight_gradient_plan {
    var description = description
    var plan = vgg_weight_gradient_plan()
    let algorithm = vgg_weight_gradient_choose(&description)
    guard
      vgg_weight_gradient_plan_make(
        options.instructionSet.value, Int32(options.threads), &description, algorithm, &plan)
        == VGG_OK
    else { throw tooLarge(layer) }
    needScratch(plan.scratch_bytes)
    return plan
  }

  private func tooLarge(_ layer: TrainedLayer) -> UntrainableNetwork {
    UntrainableNetwork(
      description: "\(layer.layer.name) is too large to train: \(layer.layer.kind.notation)")
  }
}

/// The threads that algorithms are chosen for.
private let nominalThreads: Int32 = 4
