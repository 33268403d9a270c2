import VGGGraph

extension Linear: SwiftLayer {
  var forwardStep: ForwardStep { .call(result: "hidden") }

  func property(of layer: Layer) -> LayerProperty? {
    let type = SwiftType("Linear", inputs, outputs)
    return LayerProperty(type: type, initializer: weightLayer(type, named: layer.name, bias: bias))
  }
}
