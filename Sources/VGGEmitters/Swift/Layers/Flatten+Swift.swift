import VGGGraph

extension Flatten: SwiftLayer {
  var forwardStep: ForwardStep { .call(result: "features") }

  func property(of layer: Layer) -> LayerProperty? {
    guard case .map(let map) = layer.input, case .vector(let count) = layer.output else {
      return nil
    }
    return LayerProperty(
      type: SwiftType("Flatten", map.channels, map.height, map.width, count),
      initializer: .try(.call("Flatten")))
  }

  func arithmetic(of layer: Layer) -> [WorkedLine] {
    layer.sizeFormulas.map { WorkedLine("values", $0) }
  }
}
