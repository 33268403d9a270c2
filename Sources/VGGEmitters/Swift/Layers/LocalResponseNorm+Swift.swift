import VGGGraph

extension LocalResponseNorm: SwiftLayer {
  var forwardStep: ForwardStep { .call(result: "normalized") }

  func property(of layer: Layer) -> LayerProperty? {
    guard case .map(let map) = layer.input else { return nil }
    return LayerProperty(
      type: SwiftType("LocalResponseNorm", map.channels, map.height, map.width),
      initializer: .call(
        "LocalResponseNorm", SwiftArgument("size", .integer(size)),
        SwiftArgument("alpha", .number(alpha)), SwiftArgument("beta", .number(beta)),
        SwiftArgument("k", .number(k))))
  }

  func arithmetic(of layer: Layer) -> [WorkedLine] {
    [WorkedLine("each value", formula(sum: "sum of squares over \(size) channels"))]
  }
}
