import VGGGraph

extension Linear {
  func property(named name: String) -> LayerProperty {
    let type = SwiftType("Linear", inputs, outputs)
    return LayerProperty(type: type, initializer: weightLayer(type, named: name, bias: bias))
  }
}
