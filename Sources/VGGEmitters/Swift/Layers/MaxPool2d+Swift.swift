import VGGGraph
import VGGSpec

extension MaxPool2d {
  /// Padding and ceil mode are written only where they are not the usual none.
  func property(_ input: MapShape, _ output: MapShape) -> LayerProperty {
    LayerProperty(
      type: poolType("MaxPool2d", input, output),
      initializer: .try(.call(.identifier("MaxPool2d"), window.poolArguments)))
  }
}

/// `MaxPool2d<64, 224, 224, 112, 112>`: channels, input size, output size.
func poolType(_ name: String, _ input: MapShape, _ output: MapShape) -> SwiftType {
  SwiftType(name, input.channels, input.height, input.width, output.height, output.width)
}

extension Window {
  /// `kernel: 2, stride: 2`, and what is unusual.
  var poolArguments: [SwiftArgument] {
    var arguments = [
      SwiftArgument("kernel", .integer(kernel)), SwiftArgument("stride", .integer(stride)),
    ]
    if padding != 0 { arguments.append(SwiftArgument("padding", .integer(padding))) }
    if ceil { arguments.append(SwiftArgument("ceilMode", .boolean(true))) }
    return arguments
  }
}
