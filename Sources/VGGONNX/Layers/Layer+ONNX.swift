import VGGGraph

extension Layer {
  /// The operators that compute this layer; none for what does nothing at inference.
  var operations: [Operation] {
    switch (kind, input, output) {
    case (.conv2d(let conv), _, _): [conv.operation(giving: output.dimensions)]
    case (.batchNorm2d, _, _): [BatchNorm2d.operation(giving: output.dimensions)]
    case (.relu, _, _): [Operation("Relu", giving: output.dimensions)]
    case (.maxPool2d(let pool), .map(let input), .map(let output)): [pool.operation(input, output)]
    case (.avgPool2d(let pool), _, _): [pool.operation(giving: output.dimensions)]
    case (.localResponseNorm(let norm), .map(let map), _): norm.operations(on: map)
    case (.adaptiveAvgPool2d, .map(let input), .map(let output)):
      AdaptiveAvgPool2d.operations(input, output)
    case (.flatten, _, _):
      [Operation("Flatten", attributes: [.integer("axis", 1)], giving: output.dimensions)]
    case (.linear(let linear), _, _): [linear.operation]
    case (.softmax, _, _): [.softmax(giving: output.dimensions)]
    case (.dropout, _, _): []
    case (.maxPool2d, _, _), (.localResponseNorm, _, _), (.adaptiveAvgPool2d, _, _):
      preconditionFailure("the checker gives \(name) maps")
    }
  }
}

extension Operation {
  static func softmax(giving output: [Int]) -> Operation {
    Operation("Softmax", attributes: [.integer("axis", 1)], giving: output)
  }
}
