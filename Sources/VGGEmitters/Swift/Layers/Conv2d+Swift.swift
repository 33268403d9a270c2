import VGGGraph
import VGGSpec

extension Conv2d {
  /// `Conv3x3` and `Conv1x1` where the map's size stays, so that the type checker alone proves it;
  /// else `Conv2d`.
  func property(named name: String, _ input: MapShape, _ output: MapShape) -> LayerProperty {
    let plain: SwiftType? =
      switch (kernel, stride, padding) {
      case (3, 1, 1): SwiftType("Conv3x3", inputChannels, outputChannels, input.height, input.width)
      case (1, 1, 0): SwiftType("Conv1x1", inputChannels, outputChannels, input.height, input.width)
      default: nil
      }
    let type =
      plain
      ?? SwiftType(
        "Conv2d", inputChannels, input.height, input.width, outputChannels, output.height,
        output.width)
    let geometry = [
      SwiftArgument("kernel", .integer(kernel)), SwiftArgument("stride", .integer(stride)),
      SwiftArgument("padding", .integer(padding)),
    ]
    return LayerProperty(
      type: type,
      initializer: weightLayer(
        type, named: name, plain == nil ? geometry : [], bias: bias))
  }
}

/// `try Conv3x3("features.0", from: weights)`, with `bias: false` where the layer has none.
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
