import VGGFindings
import VGGSpec

/// A layer of Keras: its class and its values by name.
struct KerasLayer: LayerArguments {
  let className: String
  let values: [String: PythonNode]
  let range: Range<Int>

  var function: String { className }

  /// Classes that a network of layers has.
  static let classes: Set<String> = [
    "InputLayer", "Input", "Conv2D", "Convolution2D", "DepthwiseConv2D", "MaxPooling2D",
    "MaxPool2D",
    "AveragePooling2D", "AvgPool2D", "GlobalAveragePooling2D", "GlobalAvgPool2D", "Flatten",
    "Dense", "Dropout", "Activation", "ReLU", "LeakyReLU", "ELU", "Softmax", "BatchNormalization",
    "ZeroPadding2D", "GlobalMaxPooling2D", "GlobalMaxPool2D",
  ]

  /// The names of a class's first arguments, in their order.
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

  /// A layer as source writes it: `Conv2D(64, (3, 3), activation='relu')`.
  init(_ call: PythonCall, range: Range<Int>) {
    className = call.name
    self.range = range
    var values: [String: PythonNode] = [:]
    var arguments = call.arguments
    // Keras 1 had the kernel's two sides one after the other.
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

  /// Names that Keras 1 had.
  private static let newNames = [
    "border_mode": "padding", "subsample": "strides", "output_dim": "units", "p": "rate",
    "bias": "use_bias", "nb_filter": "filters",
  ]

  /// `nn.Conv2D` and `tf.keras.layers.Conv2D` alike.
  static func isLayer(_ node: PythonNode) -> Bool {
    if case .call(let call) = node.value { classes.contains(call.name) } else { false }
  }
}

/// A chain of Keras's layers, turned into layers one by one.
struct KerasChain {
  private(set) var network = ImportedNetwork(valueOrder: .channelsLast)
  private(set) var obstacles: [Obstacle] = []
  /// The rows of zeros of a layer before a convolution.
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

  private mutating func append(_ kind: ImportedLayer.Kind, of layer: KerasLayer) {
    network.layers.append(
      ImportedLayer(kind: kind, range: layer.range, name: layer.values["name"]?.text ?? ""))
  }

  private mutating func takeKind(of layer: KerasLayer) throws(Obstacle) {
    if let zeros, !["Conv2D", "Convolution2D", "DepthwiseConv2D"].contains(layer.className) {
      throw Obstacle(.layer("ZeroPadding2D"), at: zeros.range)
    }
    switch layer.className {
    case "InputLayer", "Input": break
    case "Conv2D", "Convolution2D":
      try takeConvolution(layer, outputs: .count(try layer.needed("filters")))
    case "DepthwiseConv2D":
      try takeConvolution(layer, outputs: .each(try layer.square("depth_multiplier") ?? 1))
    case "MaxPooling2D", "MaxPool2D": append(.maxPool(try maxPool(layer)), of: layer)
    case "AveragePooling2D", "AvgPool2D": try takeAveragePool(layer)
    case "GlobalAveragePooling2D", "GlobalAvgPool2D":
      append(.adaptivePool(PlaneSize(height: 1, width: 1)), of: layer)
      append(.flatten, of: layer)
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
      // Keras 2 called it alpha.
      let (slope, alpha) = (try layer.number("negative_slope"), try layer.number("alpha"))
      append(.activation(.leakyReLU(slope: slope ?? alpha ?? 0.3)), of: layer)
    case "ELU":
      append(.activation(.elu(alpha: try layer.number("alpha") ?? 1)), of: layer)
    case "GlobalMaxPooling2D", "GlobalMaxPool2D":
      append(.globalPool(.maximum), of: layer)
      append(.flatten, of: layer)
    case "Softmax": append(.softmax, of: layer)
    case "BatchNormalization":
      for name in ["center", "scale"] where try layer.truth(name) == false {
        throw layer.obstacle(name)
      }
      append(.batchNorm(epsilon: try layer.number("epsilon") ?? 1e-3), of: layer)
    case "ZeroPadding2D":
      guard let padding = layer.values["padding"].map(\.evenPadding) ?? 1 else {
        throw layer.obstacle("padding")
      }
      zeros = (padding, layer.range)
    default: throw Obstacle(.layer(layer.className), at: layer.range)
    }
  }

  private mutating func takeConvolution(
    _ layer: KerasLayer, outputs: ImportedConvolution.Outputs
  ) throws(Obstacle) {
    var convolution = ImportedConvolution(
      inputs: nil, outputs: outputs, kernel: try layer.neededSides("kernel_size"))
    convolution.stride = try layer.sides("strides") ?? 1
    convolution.dilation = try layer.sides("dilation_rate") ?? 1
    convolution.groups = try layer.square("groups") ?? 1
    convolution.bias = try layer.truth("use_bias") ?? true
    let before = zeros?.count ?? 0
    zeros = nil
    switch try layer.padding() {
    case .valid: convolution.padding = before
    case .same:
      // Zeros before it, within the bounds of paddings, cannot overflow what the kernel's bounds allow.
      guard let same = convolution.samePadding, before.both(LanguageBounds.padding.contains) else {
        throw layer.obstacle("padding")
      }
      convolution.padding = Sides(
        height: before.height + same.height, width: before.width + same.width)
    }
    append(.convolution(convolution), of: layer)
    try takeActivation(of: layer)
  }

  private func maxPool(_ layer: KerasLayer) throws(Obstacle) -> ImportedMaxPool {
    let window = try poolWindow(layer)
    return ImportedMaxPool(
      kernel: window.kernel, stride: window.stride, padding: window.padding,
      rounding: window.rounding)
  }

  /// The window of a pooling layer, with `padding: same` where it is one that the language has.
  private func poolWindow(
    _ layer: KerasLayer
  ) throws(Obstacle) -> (kernel: Sides, stride: Sides, padding: Sides, rounding: ImportedRounding) {
    let kernel = try layer.sides("pool_size") ?? 2
    let stride = try layer.sides("strides") ?? kernel
    switch try layer.padding() {
    case .valid: return (kernel, stride, 0, .down)
    case .same:
      if kernel == 2, stride == 2 { return (kernel, stride, 0, .upUnlessEven) }
      // With others the padding is not the same on both sides.
      guard stride == 1, kernel.both({ $0 > 0 && !$0.isMultiple(of: 2) }) else {
        throw layer.obstacle("padding")
      }
      return (kernel, stride, kernel.map { $0 / 2 }, .down)
    }
  }

  private mutating func takeAveragePool(_ layer: KerasLayer) throws(Obstacle) {
    let window = try poolWindow(layer)
    // Keras leaves its padding out of the mean.
    append(
      .averagePool(
        ImportedAveragePool(
          kernel: window.kernel, stride: window.stride, padding: window.padding,
          rounding: window.rounding, countsPadding: false)),
      of: layer)
  }

  /// The activation that a layer does itself.
  private mutating func takeActivation(of layer: KerasLayer) throws(Obstacle) {
    guard let node = layer.values["activation"], !node.isNone else { return }
    let name = node.text ?? node.name?.split(separator: ".").last.map(String.init)
    switch name {
    case "relu": append(.activation(.relu), of: layer)
    // As the function has it, which differs from the layer of that name.
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
  /// A padding that is the same above and below, and left and right; `nil` for another.
  fileprivate var evenPadding: Sides? {
    if let integer { return Sides(integer) }
    guard let items, items.count == 2, let height = items[0].square, let width = items[1].square
    else { return nil }
    return Sides(height: height, width: width)
  }
}

/// The words that Keras has for padding.
enum KerasPadding: String {
  case valid
  case same
}

extension KerasLayer {
  /// - Throws: ``Obstacle`` for a value that is not one of the words, as a name for one.
  func padding() throws(Obstacle) -> KerasPadding {
    guard let value = values["padding"] else { return .valid }
    guard let padding = value.text.flatMap(KerasPadding.init(rawValue:)) else {
      throw obstacle("padding")
    }
    return padding
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
