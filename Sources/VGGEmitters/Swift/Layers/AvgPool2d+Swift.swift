import VGGGraph
import VGGSpec

extension AvgPool2d {
  func property(_ input: MapShape, _ output: MapShape) -> LayerProperty {
    LayerProperty(
      type: poolType("AvgPool2d", input, output),
      initializer: .try(.call(.identifier("AvgPool2d"), window.poolArguments)))
  }
}
