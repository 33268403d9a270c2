import VGGGraph

extension BatchNorm1d: SwiftLayer {
  var forwardStep: ForwardStep { .call(result: "normalized") }

  func property(of layer: Layer) -> LayerProperty? {
    let type = SwiftType("BatchNorm1d", features)
    return LayerProperty(type: type, initializer: weightLayer(type, named: layer.name))
  }
}
