import VGGGraph
import VGGSpec

extension Conv2d: SwiftLayer {
  var forwardStep: ForwardStep { .convolution(result: "map") }

  /// `Conv3x3` and `Conv1x1` if the map keeps its size, so that the type checker alone proves it;
  /// otherwise `Conv2d`.
  func property(of layer: Layer) -> LayerProperty? {
    guard case .map(let input) = layer.input, case .map(let output) = layer.output else {
      return nil
    }
    let plain = plainType.map {
      SwiftType($0, inputChannels, outputChannels, input.height, input.width)
    }
    let type =
      plain
      ?? SwiftType(
        "Conv2d", inputChannels, input.height, input.width, outputChannels, output.height,
        output.width)
    var geometry = [
      SwiftArgument("kernel", kernel.swiftExpression),
      SwiftArgument("stride", stride.swiftExpression),
      SwiftArgument("padding", padding.swiftExpression),
    ]
    if dilation != 1 { geometry.append(SwiftArgument("dilation", dilation.swiftExpression)) }
    if groups != 1 { geometry.append(SwiftArgument("groups", .integer(groups))) }
    return LayerProperty(
      type: type,
      initializer: weightLayer(
        type, named: layer.name, plain == nil ? geometry : [], bias: bias))
  }

  /// The runtime's type for a convolution with only default parameters.
  private var plainType: String? {
    let usual = { (kernel: Int) in
      Conv2d(
        inputChannels: inputChannels, outputChannels: outputChannels, kernel: Sides(kernel),
        stride: 1, padding: Sides(kernel / 2), bias: bias)
    }
    if self == usual(3) { return "Conv3x3" }
    return self == usual(1) ? "Conv1x1" : nil
  }
}

/// `try Conv3x3("features.0", from: weights)`, with `bias: false` if the layer has no bias.
func weightLayer(
  _ type: SwiftType, named name: String, _ geometry: [SwiftArgument] = [], bias: Bool = true
) -> SwiftExpression {
  let flags = bias ? [] : [SwiftArgument("bias", .boolean(false))]
  let arguments =
    [SwiftArgument(.string(name))] + geometry + flags + [
      SwiftArgument("from", .identifier("weights"))
    ]
  return .try(.call(.identifier(type.name), arguments))
}
