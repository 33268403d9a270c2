import VGGGraph
import VGGSpec

extension AdaptiveAvgPool2d: SwiftLayer {
  var forwardStep: ForwardStep { .call(result: "pooled") }

  func property(of layer: Layer) -> LayerProperty? {
    layer.poolType("AdaptiveAvgPool2d").map {
      LayerProperty(type: $0, initializer: .call("AdaptiveAvgPool2d"))
    }
  }

  /// The rows and columns that the pool averages.
  func arithmetic(of layer: Layer) -> [WorkedLine] {
    guard case .map(let from) = layer.input else { return [] }
    return [
      WorkedLine("rows", bin(from: from.height, to: height)),
      WorkedLine("columns", bin(from: from.width, to: width)),
    ] + layer.field
  }

  /// For example: `9 / 3 = 3 per mean`, or `floor(i*9/7) to ceil((i + 1)*9/7) - 1 for mean i`.
  private func bin(from input: Int, to output: Int) -> String {
    if Self.isEven(input: input, output: output) {
      return "\(input) / \(output) = \(input / output) per mean"
    }
    let ends = Self.binFormulas(input: input, output: output)
    return "\(ends.start) to \(ends.end) - 1 for mean i"
  }
}
