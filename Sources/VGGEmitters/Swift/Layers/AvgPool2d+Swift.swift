import VGGGraph

extension AvgPool2d: SwiftLayer {
  var forwardStep: ForwardStep { .endOfBlock(result: "block") }

  func property(of layer: Layer) -> LayerProperty? {
    let counting = countsPadding ? [] : [SwiftArgument("countsPadding", .boolean(false))]
    return layer.poolType("AvgPool2d").map {
      LayerProperty(
        type: $0,
        initializer: .try(.call(.identifier("AvgPool2d"), window.poolArguments + counting)))
    }
  }
}
