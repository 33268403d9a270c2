import VGGGraph
import VGGSpec

/// The gradients of layers after an explained map, in plain operators.
extension LayerKind {
  /// Whether the layer keeps the sum of a gradient over each channel, so that it can be skipped right after the map.
  var keepsChannelSums: Bool {
    switch self {
    case .maxPool2d, .globalMaxPool, .globalAveragePool, .adaptiveAvgPool2d, .dropout: true
    // The share of zeros that count is lost.
    case .avgPool2d(let pool): pool.padding == 0 || !pool.countsPadding
    case .conv2d, .batchNorm2d, .batchNorm1d, .relu, .leakyReLU, .elu, .prelu, .gelu, .silu,
      .sigmoid, .tanh, .localResponseNorm, .flatten, .linear, .denseLinear, .softmax:
      false
    }
  }

  /// Whether ``appendGradient(of:to:)`` knows the layer.
  var hasPlainGradient: Bool {
    switch self {
    case .batchNorm2d, .batchNorm1d, .relu, .leakyReLU, .elu, .prelu, .gelu, .silu, .sigmoid, .tanh,
      .flatten, .linear, .denseLinear, .dropout, .globalAveragePool:
      true
    case .conv2d, .maxPool2d, .avgPool2d, .globalMaxPool, .localResponseNorm, .adaptiveAvgPool2d,
      .softmax:
      false
    }
  }

  /// Turns the gradient of the layer's output into that of its input.
  ///
  /// - Precondition: ``hasPlainGradient``.
  func appendGradient(of values: HeadValues, to gradient: inout GradientBuilder) {
    switch self {
    case .relu:
      let mask = gradient.add(
        "Sign", [.named(values.output)], giving: values.layer.output.dimensions)
      gradient.multiply(by: mask, values.layer.output)
    case .leakyReLU(let leaky):
      gradient.multiply(
        by: gradient.slope(
          values, GradientBuilder.number(leaky.slope, "slope_\(values.layer.name)")),
        values.layer.output)
    case .prelu:
      gradient.multiply(by: gradient.slope(values, values.weight("weight")), values.layer.output)
    case .elu(let elu): gradient.multiply(by: gradient.elu(values, elu.alpha), values.layer.output)
    case .gelu: gradient.multiply(by: gradient.gelu(values), values.layer.output)
    case .silu: gradient.multiply(by: gradient.silu(values), values.layer.output)
    case .sigmoid: gradient.multiply(by: gradient.sigmoid(values), values.layer.output)
    case .tanh: gradient.multiply(by: gradient.tanh(values), values.layer.output)
    case .batchNorm2d(let norm):
      gradient.multiply(by: gradient.scale(values, norm.channels, isMap: true), values.layer.output)
    case .batchNorm1d(let norm):
      gradient.multiply(
        by: gradient.scale(values, norm.features, isMap: false), values.layer.output)
    case .linear:
      gradient.change(
        "MatMul", [gradient.gradient, values.weight("weight")],
        giving: values.layer.input.dimensions)
    case .denseLinear(let dense):
      gradient.change(
        "ConvTranspose", [gradient.gradient, values.weight("weight")],
        attributes: [.integers("kernel_shape", dense.kernel.list)],
        giving: values.layer.input.dimensions)
    case .flatten:
      let shape = values.layer.input.dimensions
      gradient.change(
        "Reshape",
        [
          gradient.gradient,
          .constant(Constant(name: "shape", content: .integers([0] + shape.map { Int64($0) }))),
        ], giving: shape)
    case .globalAveragePool: gradient.spread(over: values)
    case .dropout: break
    case .conv2d, .maxPool2d, .avgPool2d, .globalMaxPool, .localResponseNorm, .adaptiveAvgPool2d,
      .softmax:
      preconditionFailure("\(values.layer.name) has no gradient in plain operators")
    }
  }
}

// MARK: - Derivatives

extension GradientBuilder {
  /// 1 where the input is positive, 0 elsewhere.
  private mutating func isPositive(_ values: HeadValues) -> Operand {
    let shape = values.layer.output.dimensions
    let positive = add("Relu", [.named(values.input)], giving: shape)
    return add("Sign", [positive], giving: shape)
  }

  private mutating func oneMinus(_ operand: Operand, _ shape: [Int]) -> Operand {
    add("Sub", [Self.number(1, "one"), operand], giving: shape)
  }

  /// 1 where the input is positive, the slope elsewhere.
  fileprivate mutating func slope(_ values: HeadValues, _ slope: Operand) -> Operand {
    let shape = values.layer.output.dimensions
    let mask = isPositive(values)
    let rest = oneMinus(mask, shape)
    let sloped = add("Mul", [rest, slope], giving: shape)
    return add("Add", [mask, sloped], giving: shape)
  }

  /// 1 where the input is positive, the output plus alpha elsewhere.
  fileprivate mutating func elu(_ values: HeadValues, _ alpha: Double) -> Operand {
    let shape = values.layer.output.dimensions
    let mask = isPositive(values)
    let rest = oneMinus(mask, shape)
    let slope = add(
      "Add", [.named(values.output), Self.number(alpha, "alpha_\(values.layer.name)")],
      giving: shape)
    let sloped = add("Mul", [rest, slope], giving: shape)
    return add("Add", [mask, sloped], giving: shape)
  }

  /// The normal distribution up to the input, and the input times its density.
  fileprivate mutating func gelu(_ values: HeadValues) -> Operand {
    let shape = values.layer.output.dimensions
    let input = Operand.named(values.input)
    let scaled = add("Mul", [input, Self.number(0.5.squareRoot(), "root_half")], giving: shape)
    let error = add("Erf", [scaled], giving: shape)
    let raised = add("Add", [error, Self.number(1, "one")], giving: shape)
    let share = add("Mul", [raised, Self.number(0.5, "half")], giving: shape)
    let square = add("Mul", [scaled, scaled], giving: shape)
    let power = add("Neg", [square], giving: shape)
    let bell = add("Exp", [power], giving: shape)
    let density = add(
      "Mul", [bell, Self.number(1 / (2 * Double.pi).squareRoot(), "density")], giving: shape)
    let slope = add("Mul", [input, density], giving: shape)
    return add("Add", [share, slope], giving: shape)
  }

  /// `s * (1 + x * (1 - s))` for the input's sigmoid `s`.
  fileprivate mutating func silu(_ values: HeadValues) -> Operand {
    let shape = values.layer.output.dimensions
    let sigmoid = add("Sigmoid", [.named(values.input)], giving: shape)
    let rest = oneMinus(sigmoid, shape)
    let product = add("Mul", [.named(values.input), rest], giving: shape)
    let sum = add("Add", [product, Self.number(1, "one")], giving: shape)
    return add("Mul", [sigmoid, sum], giving: shape)
  }

  fileprivate mutating func sigmoid(_ values: HeadValues) -> Operand {
    let shape = values.layer.output.dimensions
    let rest = oneMinus(.named(values.output), shape)
    return add("Mul", [.named(values.output), rest], giving: shape)
  }

  fileprivate mutating func tanh(_ values: HeadValues) -> Operand {
    let shape = values.layer.output.dimensions
    let square = add("Mul", [.named(values.output), .named(values.output)], giving: shape)
    return oneMinus(square, shape)
  }

  /// Batch normalisation's factor for each channel: `weight / sqrt(variance + epsilon)`.
  fileprivate mutating func scale(
    _ values: HeadValues, _ channels: Int, isMap: Bool
  ) -> Operand {
    let raised = add(
      "Add", [values.weight("running_var"), Self.number(BatchNorm2d.epsilon, "epsilon")],
      giving: [channels], kind: .shared)
    let deviation = add("Sqrt", [raised], giving: [channels], kind: .shared)
    let factors = add(
      "Div", [values.weight("weight"), deviation], giving: [channels], kind: .shared)
    guard isMap else { return factors }
    let shape = Constant(
      name: "shape_\(values.layer.name)", content: .integers([Int64(channels), 1, 1]))
    return add(
      "Reshape", [factors, .constant(shape)], giving: [channels, 1, 1], kind: .shared)
  }

  /// The gradient of a channel's mean, the same for each of its values.
  fileprivate mutating func spread(over values: HeadValues) {
    let map = values.layer.input.map
    let shares = Constant(
      name: "shares_\(values.layer.name)",
      content: .filled(1 / Float(map.height * map.width), shape: [1, map.height, map.width]))
    change("Mul", [gradient, .constant(shares)], giving: values.layer.input.dimensions)
  }
}
