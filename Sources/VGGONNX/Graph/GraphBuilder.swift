import VGGGraph

/// Puts layers together to ONNX's graph: names values, collects what they hold, says the shape of
/// each.
struct GraphBuilder {
  /// A part of a graph, of which a builder collects one.
  enum Part {
    case nodes
    /// Every value between two nodes, with its shape.
    case values
    case tensors
  }

  private(set) var nodes: [ONNXNodeProto] = []
  private(set) var values: [ONNXValueInfoProto] = []
  private(set) var tensors: [GraphTensor] = []
  private let part: Part
  private var current: String

  /// - Parameter input: the name of the images.
  init(_ part: Part, input: String) {
    self.part = part
    current = input
  }

  /// Forgets what is collected; what is appended goes on from there.
  mutating func removeParts() {
    nodes.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    tensors.removeAll(keepingCapacity: true)
  }

  /// Appends the operators of one layer, the last of which gives the value `result`.
  ///
  /// - Parameters:
  ///   - layer: the layer's name, from which those of nodes and tensors are made.
  ///   - isOutput: whether `result` is the graph's output, and so no value between two nodes.
  mutating func append(
    _ operations: [Operation], of layer: String, weights: [GraphTensor] = [],
    documentation: String, giving result: String, isOutput: Bool
  ) {
    if part == .tensors { tensors += weights }
    // Two operators of a layer may share a constant.
    var constants: Set<String> = []
    let layerInput = current
    for (index, operation) in operations.enumerated() {
      let isLast = index == operations.count - 1
      let value = isLast ? result : "\(layer).\(index + 1)"
      switch part {
      case .nodes:
        nodes.append(
          node(
            operation, of: layer, named: isLast ? layer : value, reading: layerInput,
            giving: value, documentation))
      case .values:
        if !(isLast && isOutput) { values.append(.batch(of: operation.output, named: value)) }
      case .tensors:
        for case .constant(let constant) in operation.operands {
          let name = "\(layer).\(constant.name)"
          if constants.insert(name).inserted { tensors.append(.constant(constant, name: name)) }
        }
      }
      current = value
    }
  }

  /// Appends a node that gives the last value once more, as the output `name` of the graph.
  mutating func appendCopy(named name: String) {
    guard part == .nodes else { return }
    var node = ONNXNodeProto()
    node.name = "\(name).copy"
    node.opType = "Identity"
    node.input = [current]
    node.output = [name]
    nodes.append(node)
  }

  private func node(
    _ operation: Operation, of layer: String, named name: String, reading layerInput: String,
    giving value: String, _ documentation: String
  ) -> ONNXNodeProto {
    var node = ONNXNodeProto()
    node.name = name
    node.opType = operation.type
    node.docString = documentation
    node.output = [value]
    node.attribute = operation.attributes.map(ONNXAttributeProto.init)
    node.input = operation.operands.map { operand in
      switch operand {
      case .previous: current
      case .layerInput: layerInput
      case .weight(let part): "\(layer).\(part)"
      case .constant(let constant): "\(layer).\(constant.name)"
      }
    }
    return node
  }
}
