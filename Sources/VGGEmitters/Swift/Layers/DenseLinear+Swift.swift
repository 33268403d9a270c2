import VGGGraph

extension DenseLinear: SwiftLayer {
  var forwardStep: ForwardStep { .call(result: "scores") }

  func property(of layer: Layer) -> LayerProperty? {
    guard case .map(let input) = layer.input, case .map(let output) = layer.output else {
      return nil
    }
    let type = SwiftType(
      "DenseLinear", channels, input.height, input.width, outputs, output.height, output.width)
    return LayerProperty(
      type: type,
      initializer: weightLayer(
        type, named: layer.name, [SwiftArgument("kernel", kernel.swiftExpression)]))
  }
}
