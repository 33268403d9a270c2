import VGGFindings
import VGGSpec

/// darknet's network files: sections in brackets, each of them a layer with its values.
enum Darknet: TextReader {
  static func read(_ text: CandidateText) -> TextReading? {
    guard let first = text.firstLine, ["[net]", "[network]"].contains(first.text.lowercased())
    else { return nil }
    var chain = DarknetChain()
    for section in DarknetSection.all(in: text) { chain.take(section) }
    return TextReading(.darknet, at: first.range, chain.network, without: chain.obstacles)
  }
}

private struct DarknetSection {
  let name: String
  var range: Range<Int>
  var values: [String: (text: String, range: Range<Int>)] = [:]

  static func all(in text: CandidateText) -> [DarknetSection] {
    var sections: [DarknetSection] = []
    for line in text.lines where !line.isEmptyOrComment {
      if line.text.hasPrefix("["), line.text.hasSuffix("]") {
        sections.append(
          DarknetSection(name: line.text.dropFirst().dropLast().lowercased(), range: line.range))
      } else if let equals = line.text.firstIndex(of: "="), !sections.isEmpty {
        let key = line.text[..<equals].filter { $0 != " " }
        let value = line.text[line.text.index(after: equals)...].filter { $0 != " " }
        sections[sections.count - 1].values[String(key)] = (String(value), line.range)
      }
    }
    return sections
  }

  func integer(_ key: String) throws(Obstacle) -> Int? {
    guard let value = values[key] else { return nil }
    guard let number = Int(value.text) else { throw obstacle(key) }
    return number
  }

  func number(_ key: String) throws(Obstacle) -> Double? {
    guard let value = values[key] else { return nil }
    guard let number = Double(value.text), number.isFinite else { throw obstacle(key) }
    return number
  }

  func obstacle(_ key: String) -> Obstacle {
    guard let value = values[key] else {
      return Obstacle(.missing(key, of: "[\(name)]"), at: range)
    }
    return Obstacle(.value(value.text, of: key), at: value.range)
  }
}

private struct DarknetChain {
  private(set) var network = ImportedNetwork()
  private(set) var obstacles: [Obstacle] = []

  init() { network.flattensItself = true }

  mutating func take(_ section: DarknetSection) {
    do throws(Obstacle) {
      try takeKind(of: section)
    } catch {
      obstacles.append(error)
    }
  }

  private mutating func append(_ kind: ImportedLayer.Kind, of section: DarknetSection) {
    network.layers.append(ImportedLayer(kind: kind, range: section.range))
  }

  private mutating func takeKind(of section: DarknetSection) throws(Obstacle) {
    switch section.name {
    case "net", "network": try takeImage(of: section, "height", "width")
    // The part of each photo that is the network's input.
    case "crop": try takeImage(of: section, "crop_height", "crop_width")
    case "convolutional", "conv": try takeConvolution(section)
    case "maxpool", "max": append(.maxPool(try maxPool(section)), of: section)
    case "avgpool", "avg":
      append(.adaptivePool(PlaneSize(height: 1, width: 1)), of: section)
      append(.flatten, of: section)
    case "connected", "conn":
      let isNormalised = try section.integer("batch_normalize") ?? 0 != 0
      guard let outputs = try section.integer("output") else { throw section.obstacle("output") }
      append(.linear(inputs: nil, outputs: outputs, bias: !isNormalised), of: section)
      if isNormalised { append(.batchNorm(epsilon: 1e-6), of: section) }
      try takeActivation(of: section)
    case "dropout": append(.dropout(try section.number("probability") ?? 0.5), of: section)
    case "softmax", "soft":
      if let groups = try section.integer("groups"), groups != 1 {
        throw section.obstacle("groups")
      }
      append(.softmax, of: section)
    // The loss, which is not a layer.
    case "cost": break
    default: throw Obstacle(.layer("[\(section.name)]"), at: section.range)
    }
  }

  private mutating func takeImage(
    of section: DarknetSection, _ heightKey: String, _ widthKey: String
  ) throws(Obstacle) {
    if let channels = try section.integer("channels") {
      guard LanguageBounds.channels.contains(channels) else { throw section.obstacle("channels") }
      network.image.channels = channels
    }
    guard let height = try section.integer(heightKey), let width = try section.integer(widthKey)
    else { return }
    guard LanguageBounds.imageSide.contains(height) else { throw section.obstacle(heightKey) }
    guard LanguageBounds.imageSide.contains(width) else { throw section.obstacle(widthKey) }
    network.image.plane = PlaneSize(height: height, width: width)
  }

  private mutating func takeConvolution(_ section: DarknetSection) throws(Obstacle) {
    let kernel = try section.integer("size") ?? 1
    // `pad=1` means half the kernel; `padding` states a number.
    let isPadded = try section.integer("pad") ?? 0 != 0
    let isNormalised = try section.integer("batch_normalize") ?? 0 != 0
    let padding = isPadded ? kernel / 2 : try section.integer("padding") ?? 0
    var convolution = ImportedConvolution(
      inputs: nil, outputs: .count(try section.integer("filters") ?? 1), kernel: Sides(kernel))
    convolution.stride = Sides(try section.integer("stride") ?? 1)
    convolution.padding = Sides(padding)
    convolution.dilation = Sides(try section.integer("dilation") ?? 1)
    convolution.groups = try section.integer("groups") ?? 1
    convolution.bias = !isNormalised
    if convolution.dilation != 1 {
      // The padding is also dilated; the map's size is computed without dilation, which is only right if the size
      // stays the same.
      guard padding == kernel / 2, convolution.stride == 1, !kernel.isMultiple(of: 2) else {
        throw section.obstacle("dilation")
      }
      convolution.padding = 0
      convolution.same = section.range
    }
    append(.convolution(convolution), of: section)
    if isNormalised { append(.batchNorm(epsilon: 1e-6), of: section) }
    try takeActivation(of: section)
  }

  /// The max pooling layer; darknet's padding counts both sides together, with the remainder on the right and below.
  private func maxPool(_ section: DarknetSection) throws(Obstacle) -> ImportedMaxPool {
    let stride = try section.integer("stride") ?? 1
    let kernel = try section.integer("size") ?? stride
    guard kernel > 0 else { throw Obstacle(.value("\(kernel)", of: "size"), at: section.range) }
    let padding = try section.integer("padding") ?? (kernel - 1)
    var pool = ImportedMaxPool(kernel: Sides(kernel), stride: Sides(stride))
    if padding == 0 { return pool }
    if padding == kernel - 1, kernel == 2, stride == 2 {
      pool.rounding = .upUnlessEven
      return pool
    }
    guard padding.isMultiple(of: 2) else {
      throw Obstacle(.value("\(padding)", of: "padding"), at: section.range)
    }
    pool.padding = Sides(padding / 2)
    return pool
  }

  private mutating func takeActivation(of section: DarknetSection) throws(Obstacle) {
    switch section.values["activation"]?.text {
    case "relu": append(.activation(.relu), of: section)
    case "leaky": append(.activation(.leakyReLU(slope: 0.1)), of: section)
    case "elu": append(.activation(.elu(alpha: 1)), of: section)
    case "swish": append(.activation(.silu), of: section)
    case "tanh": append(.activation(.tanh), of: section)
    case "linear": break
    // darknet's default.
    case "logistic", nil: append(.activation(.sigmoid), of: section)
    case .some: throw section.obstacle("activation")
    }
  }
}
