import VGGGraph
import VGGSpec

extension AdaptiveAvgPool2d {
  static func property(_ input: MapShape, _ output: MapShape) -> LayerProperty {
    LayerProperty(
      type: poolType("AdaptiveAvgPool2d", input, output), initializer: .call("AdaptiveAvgPool2d"))
  }
}
