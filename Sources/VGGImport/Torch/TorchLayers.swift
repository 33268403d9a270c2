import VGGFindings
import VGGSpec

/// PyTorch's modules, converted to layers.
enum TorchLayers {
  /// The names of the modules of a network of layers.
  static let names: Set<String> = [
    "Conv2d", "LazyConv2d", "BatchNorm2d", "LazyBatchNorm2d", "BatchNorm1d",
    "LazyBatchNorm1d", "ReLU", "LeakyReLU", "ELU", "PReLU", "GELU", "SiLU", "Sigmoid", "Tanh",
    "MaxPool2d", "AvgPool2d",
    "AdaptiveAvgPool2d", "AdaptiveMaxPool2d", "Flatten", "Dropout", "Linear", "LazyLinear",
    "Softmax",
    "LocalResponseNorm", "Identity", "Sequential",
  ]

  /// - Returns: The layers of one call; none for a module that does not change values.
  /// - Throws: ``Obstacle`` for a module, or a module's value, that the language does not support.
  static func layers(of call: PythonCall, at range: Range<Int>) throws(Obstacle) -> [ImportedLayer]
  {
    guard let kind = try kind(of: call, at: range) else { return [] }
    return [ImportedLayer(kind: kind, range: range)]
  }

  private static func kind(
    of call: PythonCall, at range: Range<Int>
  ) throws(Obstacle) -> ImportedLayer.Kind? {
    switch call.name {
    case "Conv2d": return try convolution(call, at: range, isLazy: false)
    case "LazyConv2d": return try convolution(call, at: range, isLazy: true)
    case "BatchNorm2d", "BatchNorm1d": return try batchNorm(call, at: range, isLazy: false)
    case "LazyBatchNorm2d", "LazyBatchNorm1d": return try batchNorm(call, at: range, isLazy: true)
    case "ReLU": return .activation(.relu)
    case "LeakyReLU":
      let values = try BoundArguments(call, ["negative_slope", "inplace"], at: range)
      return .activation(
        try values.number("negative_slope").map { .leakyReLU(slope: $0) }
          ?? ActivationWord.leakyReLU.usual)
    case "ELU":
      let values = try BoundArguments(call, ["alpha", "inplace"], at: range)
      return .activation(
        try values.number("alpha").map { .elu(alpha: $0) } ?? ActivationWord.elu.usual)
    case "PReLU":
      let values = try BoundArguments(call, ["num_parameters", "init"], at: range)
      try values.expect("num_parameters", 1)
      return .activation(.prelu)
    case "GELU":
      let values = try BoundArguments(call, ["approximate"], at: range)
      if let form = values["approximate"], form.text ?? form.name != "none" {
        throw values.obstacle("approximate")
      }
      return .activation(.gelu)
    case "SiLU": return .activation(.silu)
    case "Sigmoid": return .activation(.sigmoid)
    case "Tanh": return .activation(.tanh)
    case "AdaptiveMaxPool2d":
      let values = try BoundArguments(call, ["output_size", "return_indices"], at: range)
      if try values.truth("return_indices") == true { throw values.obstacle("return_indices") }
      let size = values["output_size"]
      guard size?.integer == 1 || size?.items?.map(\.integer) == [1, 1] else {
        throw size == nil
          ? Obstacle(.missing("output_size", of: call.name), at: range)
          : values.obstacle("output_size")
      }
      return .globalPool(.maximum)
    case "MaxPool2d": return try maxPool(call, at: range)
    case "AvgPool2d": return try averagePool(call, at: range)
    case "AdaptiveAvgPool2d": return try adaptivePool(call, at: range)
    case "Flatten":
      let values = try BoundArguments(call, ["start_dim", "end_dim"], at: range)
      try values.expect("start_dim", 1)
      try values.expect("end_dim", -1)
      return .flatten
    case "Dropout":
      let values = try BoundArguments(call, ["p", "inplace"], at: range)
      return .dropout(try values.number("p") ?? 0.5)
    case "Linear": return try linear(call, at: range, isLazy: false)
    case "DenseLinear":
      // The class that emitted modules define, with the values of a convolution.
      let values = try BoundArguments(call, ["channels", "outputs", "window"], at: range)
      return .convolution(
        ImportedConvolution(
          inputs: try values.needed("channels"), outputs: .count(try values.needed("outputs")),
          kernel: try values.neededSides("window")))
    case "LazyLinear": return try linear(call, at: range, isLazy: true)
    case "Softmax": return .softmax
    case "LocalResponseNorm":
      let values = try BoundArguments(call, ["size", "alpha", "beta", "k"], at: range)
      return .localResponseNorm(
        size: try values.needed("size"), alpha: try values.number("alpha") ?? 1e-4,
        beta: try values.number("beta") ?? 0.75, k: try values.number("k") ?? 1)
    case "Identity": return nil
    default: throw Obstacle(.layer(call.name), at: range)
    }
  }

  private static func convolution(
    _ call: PythonCall, at range: Range<Int>, isLazy: Bool
  ) throws(Obstacle) -> ImportedLayer.Kind {
    let names = [
      "out_channels", "kernel_size", "stride", "padding", "dilation", "groups", "bias",
      "padding_mode",
    ]
    let values = try BoundArguments(call, (isLazy ? [] : ["in_channels"]) + names, at: range)
    if let mode = values["padding_mode"], mode.text ?? mode.name != "zeros" {
      throw values.obstacle("padding_mode")
    }
    var convolution = ImportedConvolution(
      inputs: isLazy ? nil : try values.needed("in_channels"),
      outputs: .count(try values.needed("out_channels")),
      kernel: try values.neededSides("kernel_size"))
    convolution.stride = try values.sides("stride") ?? 1
    convolution.dilation = try values.sides("dilation") ?? 1
    convolution.groups = try values.square("groups") ?? 1
    try values.setPadding(of: &convolution)
    convolution.bias = try values.truth("bias") ?? true
    return .convolution(convolution)
  }

  private static func batchNorm(
    _ call: PythonCall, at range: Range<Int>, isLazy: Bool
  ) throws(Obstacle) -> ImportedLayer.Kind {
    let names = ["eps", "momentum", "affine", "track_running_stats", "bias"]
    let values = try BoundArguments(call, (isLazy ? [] : ["num_features"]) + names, at: range)
    for name in ["affine", "track_running_stats", "bias"] where try values.truth(name) == false {
      throw values.obstacle(name)
    }
    return .batchNorm(epsilon: try values.number("eps"))
  }

  private static func maxPool(
    _ call: PythonCall, at range: Range<Int>
  ) throws(Obstacle) -> ImportedLayer.Kind {
    let names = ["kernel_size", "stride", "padding", "dilation", "return_indices", "ceil_mode"]
    let values = try BoundArguments(call, names, at: range)
    try values.expect("dilation", 1)
    if try values.truth("return_indices") == true { throw values.obstacle("return_indices") }
    let kernel = try values.neededSides("kernel_size")
    return .maxPool(
      ImportedMaxPool(
        kernel: kernel, stride: try values.sides("stride") ?? kernel,
        padding: try values.sides("padding") ?? 0,
        rounding: try values.truth("ceil_mode") == true ? .up : .down))
  }

  private static func averagePool(
    _ call: PythonCall, at range: Range<Int>
  ) throws(Obstacle) -> ImportedLayer.Kind {
    let names = [
      "kernel_size", "stride", "padding", "ceil_mode", "count_include_pad", "divisor_override",
    ]
    let values = try BoundArguments(call, names, at: range)
    if let divisor = values["divisor_override"], !divisor.isNone {
      throw values.obstacle("divisor_override")
    }
    let kernel = try values.neededSides("kernel_size")
    return .averagePool(
      ImportedAveragePool(
        kernel: kernel, stride: try values.sides("stride") ?? kernel,
        padding: try values.sides("padding") ?? 0,
        rounding: try values.truth("ceil_mode") == true ? .up : .down,
        countsPadding: try values.truth("count_include_pad") ?? true))
  }

  private static func adaptivePool(
    _ call: PythonCall, at range: Range<Int>
  ) throws(Obstacle) -> ImportedLayer.Kind {
    let values = try BoundArguments(call, ["output_size"], at: range)
    guard let size = values["output_size"] else {
      throw Obstacle(.missing("output_size", of: call.name), at: range)
    }
    if let side = size.integer { return .adaptivePool(PlaneSize(height: side, width: side)) }
    guard let items = size.items, items.count == 2, let height = items[0].integer,
      let width = items[1].integer
    else { throw values.obstacle("output_size") }
    return .adaptivePool(PlaneSize(height: height, width: width))
  }

  private static func linear(
    _ call: PythonCall, at range: Range<Int>, isLazy: Bool
  ) throws(Obstacle) -> ImportedLayer.Kind {
    let names = ["out_features", "bias"]
    let values = try BoundArguments(call, (isLazy ? [] : ["in_features"]) + names, at: range)
    return .linear(
      inputs: isLazy ? nil : try values.needed("in_features"),
      outputs: try values.needed("out_features"), bias: try values.truth("bias") ?? true)
  }
}

extension PythonNode {
  var name: String? { if case .name(let name) = value { name } else { nil } }
}

/// A call's arguments, keyed by the names of the function's parameters.
struct BoundArguments: LayerArguments {
  let function: String
  let range: Range<Int>
  private(set) var values: [String: PythonNode] = [:]

  /// Arguments of PyTorch's modules for where a layer computes, which do not change its result.
  private static let places: Set<String> = ["device", "dtype", "inplace"]

  /// - Parameter names: The names of the arguments, in order.
  init(_ call: PythonCall, _ names: [String], at range: Range<Int>) throws(Obstacle) {
    function = call.name
    self.range = range
    for (index, argument) in call.arguments.enumerated() {
      let name = argument.name ?? (index < names.count ? names[index] : nil)
      if let name, Self.places.contains(name) { continue }
      guard let name, names.contains(name), values[name] == nil else {
        throw Obstacle(
          .argument(argument.name ?? "\(index + 1)", of: call.name), at: argument.value.range)
      }
      values[name] = argument.value
    }
  }

  subscript(name: String) -> PythonNode? { values[name] }

  func number(_ name: String) throws(Obstacle) -> Double? {
    guard let node = values[name] else { return nil }
    guard let number = node.number else { throw obstacle(name) }
    return number
  }

  func truth(_ name: String) throws(Obstacle) -> Bool? {
    guard let node = values[name] else { return nil }
    guard let truth = node.truth else { throw obstacle(name) }
    return truth
  }

  /// Sets the padding from numbers, or from the word `same` or `valid`.
  func setPadding(of convolution: inout ImportedConvolution) throws(Obstacle) {
    switch values["padding"]?.text ?? values["padding"]?.name {
    case "valid": break
    case "same":
      // PyTorch refuses other strides.
      guard convolution.stride == 1 else { throw obstacle("padding") }
      convolution.same = values["padding"]?.range
    default: convolution.padding = try sides("padding") ?? 0
    }
  }
}

extension PythonNode {
  /// The value in the form for messages.
  var shown: String {
    switch value {
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .text(let text): "\"\(text)\""
    case .truth(let value): value ? "True" : "False"
    case .none: "None"
    case .name(let name): name
    case .list(let items): "[\(items.prefix(4).map(\.shown).joined(separator: ", "))]"
    case .tuple(let items): "(\(items.prefix(4).map(\.shown).joined(separator: ", ")))"
    case .dictionary: "{…}"
    case .call(let call): "\(call.function)(…)"
    }
  }
}
