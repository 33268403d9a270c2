import VGGFindings
import VGGSpec

/// Caffe's network files, in both forms: `layers { type: CONVOLUTION … }` and
/// `layer { type: "Convolution" … }`.
enum Caffe: TextReader {
  static func read(_ text: CandidateText) -> TextReading? {
    let opening = text.lines.first { line in
      let word = line.text.prefix { $0 != "{" && $0 != " " }
      return (word == "layer" || word == "layers") && line.text.contains("{")
    }
    guard let opening else { return nil }
    var parser = ProtoTextParser(text.file.bytes, from: text.file.byteOrderMarkLength)
    guard let message = parser.parse() else {
      return TextReading(.caffe, at: opening.range, .named)
    }
    var chain = CaffeChain(name: message.text("name"))
    chain.takeImage(message.texts("input_dim"))
    chain.takeImage(message.message("input_shape")?.texts("dim") ?? [])
    for field in message.fields where field.name == "layer" || field.name == "layers" {
      if case .message(let layer) = field.value {
        chain.take(CaffeLayer(message: layer, range: field.range))
      }
    }
    return TextReading(.caffe, at: opening.range, chain.network, without: chain.obstacles)
  }
}

private struct CaffeLayer {
  let message: ProtoMessage
  let range: Range<Int>

  var name: String { message.text("name") ?? type }
  /// The layer's type in either form, such as `convolution`.
  var type: String {
    (message.text("type") ?? "").lowercased().filter { $0 != "_" }
  }

  /// The numbers of a parameter; a square window may be written as one number.
  struct Parameters {
    let message: ProtoMessage
    let layer: CaffeLayer

    func obstacle(_ name: String) -> Obstacle {
      Obstacle(
        .value(message.text(name) ?? "", of: name), at: message.range(of: name) ?? layer.range)
    }

    func integer(_ name: String) throws(Obstacle) -> Int? {
      let texts = message.texts(name)
      guard let first = texts.first else { return nil }
      guard texts.allSatisfy({ $0 == first }), let number = Int(first) else {
        throw obstacle(name)
      }
      return number
    }

    /// `kernel_size: 3`, `kernel_size: 3 kernel_size: 5`, or `kernel_h: 3 kernel_w: 5`.
    func sides(_ name: String, _ prefix: String) throws(Obstacle) -> Sides? {
      let texts = message.texts(name)
      if texts.count == 2 {
        guard let height = Int(texts[0]), let width = Int(texts[1]) else { throw obstacle(name) }
        return Sides(height: height, width: width)
      }
      if let number = try integer(name) { return Sides(number) }
      let (height, width) = (try integer(prefix + "_h"), try integer(prefix + "_w"))
      guard let height, let width else {
        if height != nil || width != nil {
          throw obstacle(height == nil ? prefix + "_w" : prefix + "_h")
        }
        return nil
      }
      return Sides(height: height, width: width)
    }

    func number(_ name: String) throws(Obstacle) -> Double? {
      guard let text = message.text(name) else { return nil }
      guard let number = Double(text), number.isFinite else { throw obstacle(name) }
      return number
    }
  }

  func parameters(_ name: String) -> Parameters {
    Parameters(message: message.message(name) ?? ProtoMessage(), layer: self)
  }
}

private struct CaffeChain {
  private(set) var network: ImportedNetwork
  private(set) var obstacles: [Obstacle] = []
  /// The name of the last layer's output; `nil` before the first layer.
  private var top: String?

  init(name: String?) {
    network = ImportedNetwork(name: name)
    network.flattensItself = true
  }

  /// Takes the number of photos in a batch, the channels, the height and the width.
  mutating func takeImage(_ texts: [String]) {
    let sides = texts.compactMap { Int($0) }
    guard sides.count == 4, LanguageBounds.channels.contains(sides[1]),
      LanguageBounds.imageSide.contains(sides[2]), LanguageBounds.imageSide.contains(sides[3])
    else { return }
    network.image = ImportedImage(
      channels: sides[1], plane: PlaneSize(height: sides[2], width: sides[3]))
  }

  private static let losses: Set<String> = [
    "softmaxwithloss", "softmaxloss", "accuracy", "silence",
  ]
  private static let sources: Set<String> = [
    "data", "imagedata", "hdf5data", "memorydata", "dummydata", "windowdata", "input",
  ]

  mutating func take(_ layer: CaffeLayer) {
    if Self.losses.contains(layer.type) { return }
    if Self.sources.contains(layer.type) { return takeSource(layer) }
    // A training file may have two forms of a layer; the trained network computes the other one.
    if layer.message.message("include")?.text("phase") == "TRAIN" { return }
    let bottoms = layer.message.texts("bottom")
    if bottoms.count > 1
      || bottoms.first.map({ bottom in top.map { bottom != $0 } ?? false }) ?? false
    {
      obstacles.append(Obstacle(.branch(layer.name), at: layer.range))
    }
    top = layer.message.text("top") ?? bottoms.first
    do throws(Obstacle) {
      if layer.type == "batchnorm" { return try takeNorm(layer) }
      if layer.type == "scale" { return try takeScale(layer) }
      for kind in try kinds(of: layer) {
        network.layers.append(ImportedLayer(kind: kind, range: layer.range, name: layer.name))
      }
    } catch {
      obstacles.append(error)
    }
  }

  /// Takes a normalisation by running mean and variance alone: its weight and its bias are a layer of the type Scale.
  private mutating func takeNorm(_ layer: CaffeLayer) throws(Obstacle) {
    let epsilon = try layer.parameters("batch_norm_param").number("eps") ?? 1e-5
    network.layers.append(
      ImportedLayer(
        kind: .batchNorm(epsilon: epsilon), range: layer.range, name: layer.name,
        storage: .norm(scale: nil, hasWeight: false, hasBias: false)))
  }

  /// Takes the weight and the bias of the batch normalisation layer right before it.
  private mutating func takeScale(_ layer: CaffeLayer) throws(Obstacle) {
    let values = layer.parameters("scale_param")
    for name in ["axis", "num_axes"] {
      if let number = try values.integer(name), number != 1 { throw values.obstacle(name) }
    }
    guard let norm = network.layers.last, case .batchNorm = norm.kind,
      case .norm(nil, false, false) = norm.storage
    else { throw Obstacle(.layer("Scale"), at: layer.range) }
    network.layers[network.layers.count - 1].storage = .norm(
      scale: layer.name, hasWeight: true, hasBias: values.message.text("bias_term") == "true")
  }

  private mutating func takeSource(_ layer: CaffeLayer) {
    takeImage(layer.message.message("input_param")?.message("shape")?.texts("dim") ?? [])
    if let transform = layer.message.message("transform_param"), transform.text("scale") == nil {
      network.means = transform.texts("mean_value").compactMap { Double($0) }.filter(\.isFinite)
    }
    // In a training file, the network's input is the photo's crop; the channels are not stated.
    guard network.image.plane == nil,
      let crop = layer.message.message("transform_param")?.text("crop_size").flatMap({ Int($0) }),
      LanguageBounds.imageSide.contains(crop)
    else { return }
    network.image.plane = PlaneSize(height: crop, width: crop)
  }

  private func kinds(of layer: CaffeLayer) throws(Obstacle) -> [ImportedLayer.Kind] {
    switch layer.type {
    case "convolution": return [try convolution(layer.parameters("convolution_param"))]
    case "relu":
      let slope = try layer.parameters("relu_param").number("negative_slope") ?? 0
      return [.activation(slope == 0 ? .relu : .leakyReLU(slope: slope))]
    case "elu":
      return [.activation(.elu(alpha: try layer.parameters("elu_param").number("alpha") ?? 1))]
    case "prelu":
      let values = layer.parameters("prelu_param")
      guard values.message.text("channel_shared") == "true" else {
        throw Obstacle(.value("false", of: "channel_shared"), at: layer.range)
      }
      return [.activation(.prelu)]
    case "sigmoid": return [.activation(.sigmoid)]
    case "tanh": return [.activation(.tanh)]
    case "pooling": return try pooling(layer.parameters("pooling_param"))
    case "lrn":
      let values = layer.parameters("lrn_param")
      if let region = values.message.text("norm_region"), region != "ACROSS_CHANNELS" {
        throw values.obstacle("norm_region")
      }
      return [
        .localResponseNorm(
          size: try values.integer("local_size") ?? 5, alpha: try values.number("alpha") ?? 1,
          beta: try values.number("beta") ?? 0.75, k: try values.number("k") ?? 1)
      ]
    case "dropout":
      return [.dropout(try layer.parameters("dropout_param").number("dropout_ratio") ?? 0.5)]
    case "flatten": return [.flatten]
    case "innerproduct":
      let values = layer.parameters("inner_product_param")
      guard let outputs = try values.integer("num_output") else {
        throw Obstacle(.missing("num_output", of: layer.name), at: layer.range)
      }
      return [
        .linear(inputs: nil, outputs: outputs, bias: values.message.text("bias_term") != "false")
      ]
    case "softmax": return [.softmax]
    default: throw Obstacle(.layer(layer.message.text("type") ?? layer.name), at: layer.range)
    }
  }

  private func convolution(
    _ values: CaffeLayer.Parameters
  ) throws(Obstacle) -> ImportedLayer.Kind {
    guard let outputs = try values.integer("num_output"),
      let kernel = try values.sides("kernel_size", "kernel")
    else { throw Obstacle(.missing("kernel_size", of: values.layer.name), at: values.layer.range) }
    return .convolution(
      ImportedConvolution(
        inputs: nil, outputs: .count(outputs), kernel: kernel,
        stride: try values.sides("stride", "stride") ?? 1,
        padding: try values.sides("pad", "pad") ?? 0,
        dilation: try values.sides("dilation", "dilation") ?? 1,
        groups: try values.integer("group") ?? 1,
        bias: values.message.text("bias_term") != "false"))
  }

  /// The pooling layer, whose output size Caffe rounds up.
  private func pooling(_ values: CaffeLayer.Parameters) throws(Obstacle) -> [ImportedLayer.Kind] {
    let isAverage = values.message.text("pool") == "AVE"
    guard isAverage || [nil, "MAX"].contains(values.message.text("pool")) else {
      throw values.obstacle("pool")
    }
    if values.message.text("global_pooling") == "true" {
      guard isAverage else { return [.globalPool(.maximum), .flatten] }
      return [.adaptivePool(PlaneSize(height: 1, width: 1)), .flatten]
    }
    guard let kernel = try values.sides("kernel_size", "kernel") else {
      throw Obstacle(.missing("kernel_size", of: values.layer.name), at: values.layer.range)
    }
    let stride = try values.sides("stride", "stride") ?? 1
    let padding = try values.sides("pad", "pad") ?? 0
    if let mode = values.message.text("round_mode"), mode != "CEIL" {
      throw values.obstacle("round_mode")
    }
    if isAverage {
      return [
        .averagePool(
          ImportedAveragePool(
            kernel: kernel, stride: stride, padding: padding, rounding: .upUnlessEven))
      ]
    }
    return [
      .maxPool(
        ImportedMaxPool(
          kernel: kernel, stride: stride, padding: padding, rounding: .upUnlessEven))
    ]
  }
}
