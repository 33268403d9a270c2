import VGGGraph

/// Writes the forward pass as a person would: a line a convolution, an empty line after each
/// block's pool.
struct ForwardPass {
  private(set) var statements: [SwiftStatement] = []
  private var namer = SwiftNamer()
  /// The value that the next layer takes.
  private var value: SwiftExpression
  /// A line still being written: `value` is this name once it ends.
  private var pending: Line?

  private struct Line {
    let name: String
    var expression: SwiftExpression
    /// A batch normalisation may still be put around it.
    var isBareConvolution: Bool
    var isActivated = false
  }

  /// The body for `layers`, whose paper names are `names`, with `argument` as the image.
  static func statements(
    for layers: [Layer], names: [String], argument: String
  ) -> [SwiftStatement] {
    var pass = ForwardPass(value: .identifier(argument))
    for (layer, name) in zip(layers, names) { pass.add(layer, name) }
    pass.finish()
    return pass.statements
  }

  private init(value: SwiftExpression) {
    self.value = value
  }

  private mutating func add(_ layer: Layer, _ name: String) {
    switch layer.kind {
    case .conv2d:
      start(name)
      pending?.isBareConvolution = true
    case .batchNorm2d: wrap(in: name)
    case .maxPool2d, .avgPool2d:
      start(name)
      endParagraph()
    case .localResponseNorm, .adaptiveAvgPool2d, .flatten, .linear: start(name)
    case .relu: activate("relu", name)
    case .softmax: activate("softmax", name)
    case .dropout(let dropout):
      endLine()
      statements.append(.comment("\(name) (\(dropout.probability)) acts in training only."))
    }
  }

  /// Begins a line with a call of the layer.
  private mutating func start(_ name: String) {
    endLine()
    pending = Line(
      name: namer.unique(localName(name)), expression: .call(name, SwiftArgument(value)),
      isBareConvolution: false)
  }

  private mutating func wrap(in name: String) {
    guard var line = pending, line.isBareConvolution else { return start(name) }
    line.expression = .call(name, SwiftArgument(line.expression))
    line.isBareConvolution = false
    pending = line
  }

  private mutating func activate(_ method: String, _ name: String) {
    guard var line = pending, !line.isActivated else {
      endLine()
      pending = Line(
        name: namer.unique(localName(name)), expression: value.calling(method),
        isBareConvolution: false, isActivated: true)
      return
    }
    line.expression = line.expression.calling(method)
    line.isActivated = true
    line.isBareConvolution = false
    pending = line
  }

  private mutating func endLine() {
    guard let line = pending else { return }
    statements.append(.constant(line.name, line.expression))
    value = .identifier(line.name)
    pending = nil
  }

  private mutating func endParagraph() {
    endLine()
    statements.append(.blankLine)
  }

  private mutating func finish() {
    if statements.last == .blankLine, pending == nil { statements.removeLast() }
    statements.append(.return(pending?.expression ?? value))
  }
}

/// What a layer's result is called, after the layer's paper name.
///
/// For example: `map1_2` is what `conv1_2` gives, `block1` what `pool1` gives, `hidden6` what `fc6`
/// gives.
private func localName(_ layerName: String) -> String {
  let kind = layerName.prefix { $0.isLetter }
  let rest = layerName.dropFirst(kind.count)
  let noun =
    switch kind {
    case "conv": "map"
    case "bn", "norm": "normalized"
    case "pool": "block"
    case "avgpool": "pooled"
    case "flatten": "features"
    case "fc": "hidden"
    case "prob": "probabilities"
    default: "rectified"
    }
  return noun + rest
}
