import VGGGraph
import VGGSpec

extension BatchNorm2d {
  static func property(named name: String, _ map: MapShape) -> LayerProperty {
    let type = SwiftType("BatchNorm2d", map.channels, map.height, map.width)
    return LayerProperty(type: type, initializer: weightLayer(type, named: name))
  }
}
