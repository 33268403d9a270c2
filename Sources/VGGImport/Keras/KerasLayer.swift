import VGGFindings
import VGGSpec

/// A Keras layer: its class, and its values by name.
struct KerasLayer: LayerArguments {
  let className: String
  let values: [String: PythonNode]
  let range: Range<Int>

  var function: String { className }

  /// The classes of a network's layers.
  static let classes: Set<String> = [
    "InputLayer", "Input", "Conv2D", "Convolution2D", "DepthwiseConv2D", "SeparableConv2D",
    "SeparableConvolution2D", "MaxPooling2D", "MaxPool2D",
    "AveragePooling2D", "AvgPool2D", "GlobalAveragePooling2D", "GlobalAvgPool2D", "Flatten",
    "Dense", "Dropout", "Activation", "ReLU", "LeakyReLU", "PReLU", "ELU", "Softmax",
    "BatchNormalization",
    "ZeroPadding2D", "GlobalMaxPooling2D", "GlobalMaxPool2D",
  ]

  /// The names of a class's positional arguments, in order.
  private static func order(of className: String) -> [String] {
    switch className {
    case "InputLayer", "Input": ["shape"]
    case "Conv2D", "Convolution2D":
      [
        "filters", "kernel_size", "strides", "padding", "data_format", "dilation_rate", "groups",
        "activation", "use_bias",
      ]
    case "DepthwiseConv2D":
      [
        "kernel_size", "strides", "padding", "depth_multiplier", "data_format", "dilation_rate",
        "activation", "use_bias",
      ]
    case "SeparableConv2D", "SeparableConvolution2D":
      [
        "filters", "kernel_size", "strides", "padding", "data_format", "dilation_rate",
        "depth_multiplier", "activation", "use_bias",
      ]
    case "MaxPooling2D", "MaxPool2D", "AveragePooling2D", "AvgPool2D":
      ["pool_size", "strides", "padding", "data_format"]
    case "Dense": ["units", "activation", "use_bias"]
    case "Dropout": ["rate"]
    case "Activation": ["activation"]
    case "LeakyReLU": ["negative_slope"]
    case "ELU": ["alpha"]
    case "BatchNormalization": ["axis", "momentum", "epsilon"]
    case "ZeroPadding2D": ["padding"]
    default: []
    }
  }

  init(className: String, values: [String: PythonNode], range: Range<Int>) {
    self.className = className
    self.values = values
    self.range = range
  }

  /// A layer from source code: `Conv2D(64, (3, 3), activation='relu')`.
  init(_ call: PythonCall, range: Range<Int>) {
    className = call.name
    self.range = range
    var values: [String: PythonNode] = [:]
    var arguments = call.arguments
    // In Keras 1, the kernel's two sides are consecutive arguments.
    if call.name == "Convolution2D", arguments.count >= 3, arguments[2].name == nil,
      let height = arguments[1].value.integer, arguments[2].value.integer == height
    {
      arguments.remove(at: 2)
    }
    let order = Self.order(of: call.name)
    for (index, argument) in arguments.enumerated() {
      let name = argument.name ?? (index < order.count ? order[index] : "\(index + 1)")
      values[Self.newNames[name] ?? name] = argument.value
    }
    self.values = values
  }

  /// The current names of arguments that Keras 1 named differently.
  private static let newNames = [
    "border_mode": "padding", "subsample": "strides", "output_dim": "units", "p": "rate",
    "bias": "use_bias", "nb_filter": "filters",
  ]

  /// Whether the node is a layer, such as `nn.Conv2D` or `tf.keras.layers.Conv2D`.
  static func isLayer(_ node: PythonNode) -> Bool {
    if case .call(let call) = node.value { classes.contains(call.name) } else { false }
  }
}

/// A chain of Keras layers, which are converted one by one.
struct KerasChain {
  private(set) var network = ImportedNetwork(valueOrder: .channelsLast)
  private(set) var obstacles: [Obstacle] = []
  /// The rows of zeros that a padding layer adds before a convolution.
  private var zeros: (count: Sides, range: Range<Int>)?
  private var isFirst = true

  mutating func take(_ layer: KerasLayer) {
    if layer.values["data_format"]?.text == "channels_first" { network.valueOrder = .channelsFirst }
    do throws(Obstacle) {
      try takeImage(of: layer)
      try takeKind(of: layer)
    } catch {
      obstacles.append(error)
    }
  }

  mutating func note(_ reason: ForeignObstacle, at range: Range<Int>) {
    obstacles.append(Obstacle(reason, at: range))
  }

  // MARK: - The image

  private mutating func takeImage(of layer: KerasLayer) throws(Obstacle) {
    guard isFirst else { return }
    isFirst = false
    let keys = ["input_shape", "shape", "batch_input_shape", "batch_shape"]
    guard let key = keys.first(where: { layer.values[$0]?.items != nil }),
      let items = layer.values[key]?.items?.suffix(3), items.count == 3
    else { return }
    let sides = items.map(\.integer)
    let channelsFirst = layer.values["data_format"]?.text == "channels_first"
    let order = channelsFirst ? [sides[0], sides[1], sides[2]] : [sides[2], sides[0], sides[1]]
    network.image.channels = order[0]
    guard let height = order[1], let width = order[2] else { return }
    guard LanguageBounds.imageSide.contains(height), LanguageBounds.imageSide.contains(width),
      LanguageBounds.channels.contains(order[0] ?? 1)
    else { throw Obstacle(.value(layer.values[key]?.shown ?? "", of: key), at: layer.range) }
    network.image.plane = PlaneSize(height: height, width: width)
  }

  // MARK: - Layers

  /// Whether the values are flattened.
  private var isFlat: Bool { network.layers.contains { $0.isFlatten } }

  private mutating func append(
    _ kind: ImportedLayer.Kind, of layer: KerasLayer, _ storage: WeightStorage = .whole
  ) {
    network.layers.append(
      ImportedLayer(
        kind: kind, range: layer.range, name: layer.values["name"]?.text ?? "", storage: storage))
  }

  /// Classes that compute with zeros around their map.
  private static let padded: Set<String> = [
    "Conv2D", "Convolution2D", "DepthwiseConv2D", "SeparableConv2D", "SeparableConvolution2D",
  ]

  private mutating func takeKind(of layer: KerasLayer) throws(Obstacle) {
    if let zeros, !Self.padded.contains(layer.className) {
      throw Obstacle(.layer("ZeroPadding2D"), at: zeros.range)
    }
    switch layer.className {
    case "InputLayer", "Input": break
    case "Conv2D", "Convolution2D":
      let convolution = try convolution(layer, outputs: .count(try layer.needed("filters")))
      append(.convolution(convolution), of: layer)
      try takeActivation(of: layer)
    case "DepthwiseConv2D":
      append(.convolution(try depthwise(layer)), of: layer)
      try takeActivation(of: layer)
    case "SeparableConv2D", "SeparableConvolution2D": try takeSeparable(layer)
    case "MaxPooling2D", "MaxPool2D": append(.maxPool(try maxPool(layer)), of: layer)
    case "AveragePooling2D", "AvgPool2D": try takeAveragePool(layer)
    case "GlobalAveragePooling2D", "GlobalAvgPool2D":
      append(.adaptivePool(PlaneSize(height: 1, width: 1)), of: layer)
      if try layer.truth("keepdims") != true { append(.flatten, of: layer) }
    case "Flatten": append(.flatten, of: layer)
    case "Dense":
      append(
        .linear(
          inputs: nil, outputs: try layer.needed("units"), bias: try layer.truth("use_bias") ?? true
        ),
        of: layer)
      try takeActivation(of: layer)
    case "Dropout": append(.dropout(try layer.number("rate") ?? 0.5), of: layer)
    case "Activation": try takeActivation(of: layer)
    case "ReLU":
      for name in ["max_value", "threshold"] {
        if let value = layer.values[name], !value.isNone, value.number != 0 {
          throw layer.obstacle(name)
        }
      }
      let slope = try layer.number("negative_slope") ?? 0
      append(.activation(slope == 0 ? .relu : .leakyReLU(slope: slope)), of: layer)
    case "LeakyReLU":
      // Keras 2 calls it alpha.
      let (slope, alpha) = (try layer.number("negative_slope"), try layer.number("alpha"))
      append(.activation(.leakyReLU(slope: slope ?? alpha ?? 0.3)), of: layer)
    case "PReLU":
      // If all axes share the slope, there is one slope, as in PyTorch.
      let axes = layer.values["shared_axes"]?.items?.map(\.integer) ?? []
      guard Set(axes) == (isFlat ? [1] : [1, 2, 3]) else { throw layer.obstacle("shared_axes") }
      append(.activation(.prelu), of: layer)
    case "ELU":
      append(.activation(.elu(alpha: try layer.number("alpha") ?? 1)), of: layer)
    case "GlobalMaxPooling2D", "GlobalMaxPool2D":
      append(.globalPool(.maximum), of: layer)
      if try layer.truth("keepdims") != true { append(.flatten, of: layer) }
    case "Softmax": append(.softmax, of: layer)
    case "BatchNormalization":
      // The last axis holds the channels of a map, or all values of a vector.
      let axes =
        network.valueOrder == .channelsFirst && !isFlat ? [1] : isFlat ? [-1, 1] : [-1, 3]
      if let axis = layer.values["axis"], !axis.isNone {
        let stated = axis.items?.count == 1 ? axis.items?[0].integer : axis.integer
        guard let stated, axes.contains(stated) else { throw layer.obstacle("axis") }
      }
      let (scale, center) = (try layer.truth("scale") ?? true, try layer.truth("center") ?? true)
      append(
        .batchNorm(epsilon: try layer.number("epsilon") ?? 1e-3), of: layer,
        .norm(scale: nil, hasWeight: scale, hasBias: center))
    case "ZeroPadding2D":
      // By default, one row and one column on each side.
      let stated = layer.values["padding"].map(\.paddings) ?? (1, 1)
      guard let (near, far) = stated else { throw layer.obstacle("padding") }
      guard near == far else {
        throw Obstacle(
          .unevenPadding(near: near, far: far), at: layer.values["padding"]?.range ?? layer.range)
      }
      zeros = (near, layer.range)
    default: throw Obstacle(.layer(layer.className), at: layer.range)
    }
  }

  /// Converts to a convolution of each channel, and a 1x1 convolution of its outputs with the bias and the activation.
  private mutating func takeSeparable(_ layer: KerasLayer) throws(Obstacle) {
    var first = try depthwise(layer)
    first.bias = false
    append(.convolution(first), of: layer, .depthwiseHalf)
    var second = ImportedConvolution(
      inputs: nil, outputs: .count(try layer.needed("filters")), kernel: 1)
    second.bias = try layer.truth("use_bias") ?? true
    append(.convolution(second), of: layer, .pointwiseHalf)
    try takeActivation(of: layer)
  }

  private mutating func depthwise(_ layer: KerasLayer) throws(Obstacle) -> ImportedConvolution {
    try convolution(layer, outputs: .each(try layer.square("depth_multiplier") ?? 1))
  }

  private mutating func convolution(
    _ layer: KerasLayer, outputs: ImportedConvolution.Outputs
  ) throws(Obstacle) -> ImportedConvolution {
    var convolution = ImportedConvolution(
      inputs: nil, outputs: outputs, kernel: try layer.neededSides("kernel_size"))
    convolution.stride = try layer.sides("strides") ?? 1
    convolution.dilation = try layer.sides("dilation_rate") ?? 1
    convolution.groups = try layer.square("groups") ?? 1
    convolution.bias = try layer.truth("use_bias") ?? true
    convolution.padding = zeros?.count ?? 0
    zeros = nil
    convolution.same = try layer.same()
    return convolution
  }

  private func maxPool(_ layer: KerasLayer) throws(Obstacle) -> ImportedMaxPool {
    let kernel = try layer.sides("pool_size") ?? 2
    return ImportedMaxPool(
      kernel: kernel, stride: try layer.sides("strides") ?? kernel, same: try layer.same())
  }

  private mutating func takeAveragePool(_ layer: KerasLayer) throws(Obstacle) {
    let kernel = try layer.sides("pool_size") ?? 2
    // Keras excludes its padding from the mean.
    append(
      .averagePool(
        ImportedAveragePool(
          kernel: kernel, stride: try layer.sides("strides") ?? kernel, countsPadding: false,
          same: try layer.same())),
      of: layer)
  }

  /// The activation that is part of a layer.
  private mutating func takeActivation(of layer: KerasLayer) throws(Obstacle) {
    guard let node = layer.values["activation"], !node.isNone else { return }
    let name = node.text ?? node.name?.split(separator: ".").last.map(String.init)
    switch name {
    case "relu": append(.activation(.relu), of: layer)
    // The default of the function, which differs from that of the layer with the same name.
    case "leaky_relu": append(.activation(.leakyReLU(slope: 0.2)), of: layer)
    case "elu": append(.activation(.elu(alpha: 1)), of: layer)
    case "gelu": append(.activation(.gelu), of: layer)
    case "silu", "swish": append(.activation(.silu), of: layer)
    case "sigmoid": append(.activation(.sigmoid), of: layer)
    case "tanh": append(.activation(.tanh), of: layer)
    case "softmax": append(.softmax, of: layer)
    case "linear": break
    case .some, nil: throw layer.obstacle("activation")
    }
  }
}

extension PythonNode {
  /// The rows and columns that a padding adds: `1`, `(1, 2)` or `((1, 1), (2, 2))`.
  fileprivate var paddings: (near: Sides, far: Sides)? {
    if let integer { return (Sides(integer), Sides(integer)) }
    guard let items, items.count == 2, let rows = items[0].sides, let columns = items[1].sides
    else { return nil }
    // Each axis states its padding before and after the map.
    return (
      Sides(height: rows.height, width: columns.height),
      Sides(height: rows.width, width: columns.width)
    )
  }
}

/// Keras's words for padding.
enum KerasPadding: String {
  case valid
  case same
}

extension KerasLayer {
  /// The position of the word `same`; `nil` without padding.
  ///
  /// - Throws: ``Obstacle`` for a value that is not one of the words, such as a variable's name.
  func same() throws(Obstacle) -> Range<Int>? {
    guard let value = values["padding"] else { return nil }
    guard let padding = value.text.flatMap(KerasPadding.init(rawValue:)) else {
      throw obstacle("padding")
    }
    switch padding {
    case .valid: return nil
    case .same: return value.range
    }
  }

  func number(_ name: String) throws(Obstacle) -> Double? {
    guard let node = values[name], !node.isNone else { return nil }
    guard let number = node.number else { throw obstacle(name) }
    return number
  }

  func truth(_ name: String) throws(Obstacle) -> Bool? {
    guard let node = values[name], !node.isNone else { return nil }
    guard let truth = node.truth else { throw obstacle(name) }
    return truth
  }
}
