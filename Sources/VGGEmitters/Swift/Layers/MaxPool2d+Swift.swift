import VGGGraph

extension MaxPool2d: SwiftLayer {
  var forwardStep: ForwardStep { .endOfBlock(result: "block") }

  /// Padding and ceil mode are written only if they are used.
  func property(of layer: Layer) -> LayerProperty? {
    layer.poolType("MaxPool2d").map {
      LayerProperty(
        type: $0, initializer: .try(.call(.identifier("MaxPool2d"), window.poolArguments)))
    }
  }
}

extension Layer {
  /// `MaxPool2d<64, 224, 224, 112, 112>`: channels, input size, output size.
  func poolType(_ name: String) -> SwiftType? {
    guard case .map(let input) = input, case .map(let output) = output else { return nil }
    return SwiftType(
      name, input.channels, input.height, input.width, output.height, output.width)
  }
}

extension Window {
  /// `kernel: 2, stride: 2`, and any arguments that differ from the defaults.
  var poolArguments: [SwiftArgument] {
    var arguments = [
      SwiftArgument("kernel", kernel.swiftExpression),
      SwiftArgument("stride", stride.swiftExpression),
    ]
    if padding != 0 { arguments.append(SwiftArgument("padding", padding.swiftExpression)) }
    if ceil { arguments.append(SwiftArgument("ceilMode", .boolean(true))) }
    return arguments
  }
}
