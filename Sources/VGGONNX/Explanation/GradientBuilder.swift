import VGGGraph
import VGGSpec

/// Collects the operators of a class activation map: the gradient of the largest score, layer by layer from the end.
struct GradientBuilder {
  private(set) var operations: [Operation] = []
  /// The gradient so far.
  private(set) var gradient: Operand

  /// Starts with 1 for the largest of `classes` scores and 0 for the others.
  init(of scores: String, classes: Int) {
    gradient = .named(scores)
    var largest = Operation(
      "ArgMax", [.named(scores)], attributes: [.integer("axis", 1), .integer("keepdims", 0)],
      giving: [])
    largest.kind = .index
    let index = add(largest)
    gradient = add(
      "OneHot",
      [
        index, .constant(Constant(name: "classes", content: .integers([Int64(classes)]))),
        .constant(Constant(name: "off_on", content: .numbers([0, 1]))),
      ], giving: [classes])
  }

  /// Adds an operator, and returns its output.
  mutating func add(
    _ type: String, _ operands: [Operand], attributes: [Attribute] = [], giving output: [Int],
    kind: ValueKind = .perImage
  ) -> Operand {
    var operation = Operation(type, operands, attributes: attributes, giving: output)
    operation.kind = kind
    return add(operation)
  }

  private mutating func add(_ operation: Operation) -> Operand {
    operations.append(operation)
    return .named("\(ModelNames.explanation).\(operations.count)")
  }

  /// Replaces the gradient by the output of an operator.
  mutating func change(
    _ type: String, _ operands: [Operand], attributes: [Attribute] = [], giving output: [Int]
  ) {
    gradient = add(type, operands, attributes: attributes, giving: output)
  }

  /// Multiplies the gradient by a factor for each value.
  mutating func multiply(by factor: Operand, _ shape: Shape) {
    change("Mul", [gradient, factor], giving: shape.dimensions)
  }

  static func number(_ value: Double, _ name: String) -> Operand {
    .constant(Constant(name: name, content: .number(Float(value))))
  }

  /// The operators with those that turn the gradient, of a map with the channels of `map` or of a vector of channels, into
  /// the class activation map.
  func map(of values: String, _ map: MapShape) -> [Operation] {
    var builder = self
    func axes(_ axes: [Int64], _ name: String) -> Operand {
      .constant(Constant(name: name, content: .integers(axes)))
    }
    let (all, plane) = ([map.channels, map.height, map.width], [map.height, map.width])
    let weights = builder.add(
      "ReduceSum", [builder.gradient, axes([2, 3], "pixels")],
      attributes: [.integer("keepdims", 1)], giving: [map.channels, 1, 1])
    let weighted = builder.add("Mul", [weights, .named(values)], giving: all)
    let sums = builder.add(
      "ReduceSum", [weighted, axes([1], "channels")], attributes: [.integer("keepdims", 0)],
      giving: plane)
    let positive = builder.add("Relu", [sums], giving: plane)
    let largest = builder.add(
      "ReduceMax", [positive],
      attributes: [.integers("axes", [1, 2]), .integer("keepdims", 1)], giving: [1, 1])
    // Where nothing speaks for the class, the largest value is 0, and the map is divided by 1.
    let isPositive = builder.add("Sign", [largest], giving: [1, 1])
    let missing = builder.add(
      "Sub", [Self.number(1, "one"), isPositive], giving: [1, 1])
    let divisor = builder.add("Add", [largest, missing], giving: [1, 1])
    _ = builder.add("Div", [positive, divisor], giving: plane)
    return builder.operations
  }
}
