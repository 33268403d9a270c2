import VGGGraph
import VGGSpec

/// The step from the last map to the classifier's vector; it has no numbers of its own.
enum Flatten {
  static func property(_ map: MapShape, _ count: Int) -> LayerProperty {
    LayerProperty(
      type: SwiftType("Flatten", map.channels, map.height, map.width, count),
      initializer: .try(.call("Flatten")))
  }
}
