import VGGGraph

extension GlobalMaxPool: SwiftLayer {
  var forwardStep: ForwardStep { .endOfBlock(result: "block") }

  func property(of layer: Layer) -> LayerProperty? { layer.globalPool("GlobalMaxPool") }
  func arithmetic(of layer: Layer) -> [WorkedLine] { layer.sizes }
}

extension GlobalAveragePool: SwiftLayer {
  var forwardStep: ForwardStep { .endOfBlock(result: "block") }

  func property(of layer: Layer) -> LayerProperty? { layer.globalPool("GlobalAveragePool") }
  func arithmetic(of layer: Layer) -> [WorkedLine] { layer.sizes }
}

extension Layer {
  /// `GlobalMaxPool<512, 7, 7>`: channels and input size.
  fileprivate func globalPool(_ name: String) -> LayerProperty? {
    guard case .map(let map) = input else { return nil }
    return LayerProperty(
      type: SwiftType(name, map.channels, map.height, map.width), initializer: .call(name))
  }
}
