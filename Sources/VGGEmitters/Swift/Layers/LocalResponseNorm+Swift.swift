import VGGGraph
import VGGSpec

extension LocalResponseNorm {
  func property(_ map: MapShape) -> LayerProperty {
    LayerProperty(
      type: SwiftType("LocalResponseNorm", map.channels, map.height, map.width),
      initializer: .call(
        "LocalResponseNorm", SwiftArgument("size", .integer(size)),
        SwiftArgument("alpha", .number(alpha)), SwiftArgument("beta", .number(beta)),
        SwiftArgument("k", .number(k))))
  }
}
