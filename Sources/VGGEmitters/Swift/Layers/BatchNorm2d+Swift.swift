import VGGGraph
import VGGSpec

extension BatchNorm2d: SwiftLayer {
  var forwardStep: ForwardStep { .aroundConvolution(result: "normalized") }

  func property(of layer: Layer) -> LayerProperty? {
    guard case .map(let map) = layer.input else { return nil }
    let type = SwiftType("BatchNorm2d", channels, map.height, map.width)
    return LayerProperty(type: type, initializer: weightLayer(type, named: layer.name))
  }
}
