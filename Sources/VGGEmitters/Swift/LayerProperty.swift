import VGGGraph

/// How a layer stands in the generated structure: its shape-typed type and the call that makes it.
struct LayerProperty: Hashable, Sendable {
  let type: SwiftType
  let initializer: SwiftExpression
}

extension Layer {
  /// `nil` for kinds that have no state and are methods of feature maps and vectors, or do nothing
  /// at inference.
  var property: LayerProperty? {
    switch (kind, input, output) {
    case (.conv2d(let conv), .map(let input), .map(let output)):
      conv.property(named: name, input, output)
    case (.batchNorm2d, .map(let map), _): BatchNorm2d.property(named: name, map)
    case (.maxPool2d(let pool), .map(let input), .map(let output)): pool.property(input, output)
    case (.avgPool2d(let pool), .map(let input), .map(let output)): pool.property(input, output)
    case (.localResponseNorm(let norm), .map(let map), _): norm.property(map)
    case (.adaptiveAvgPool2d, .map(let input), .map(let output)):
      AdaptiveAvgPool2d.property(input, output)
    case (.flatten, .map(let map), .vector(let count)): Flatten.property(map, count)
    case (.linear(let linear), _, _): linear.property(named: name)
    default: nil
    }
  }
}
