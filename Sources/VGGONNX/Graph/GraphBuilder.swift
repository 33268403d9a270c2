import VGGGraph

/// Builds ONNX's graph from layers: names values, collects tensors, and records the shape of each
/// value.
struct GraphBuilder {
  /// A part of a graph; a builder collects one part.
  enum Part {
    case nodes
    /// All values between two nodes, with their shapes.
    case values
    case tensors
  }

  private(set) var nodes: [ONNXNodeProto] = []
  private(set) var values: [ONNXValueInfoProto] = []
  private(set) var tensors: [GraphTensor] = []
  private let part: Part
  private var current: String

  /// - Parameter input: The name of the images.
  init(_ part: Part, input: String) {
    self.part = part
    current = input
  }

  /// Discards the collected parts; later appends continue from there.
  mutating func removeParts() {
    nodes.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    tensors.removeAll(keepingCapacity: true)
  }

  /// Appends the operators of one layer, the last of which outputs the value `result`.
  ///
  /// - Parameters:
  ///   - layer: The layer's name, from which the names of nodes and tensors are made.
  ///   - isOutput: Whether `result` is the graph's output, and so not a value between two nodes.
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
        if !(isLast && isOutput) { values.append(ONNXValueInfoProto(of: operation, named: value)) }
      case .tensors:
        for case .constant(let constant) in operation.operands {
          let name = "\(layer).\(constant.name)"
          if constants.insert(name).inserted { tensors.append(.constant(constant, name: name)) }
        }
      }
      current = value
    }
  }

  /// Appends a node that copies the last value to the output `name` of the graph.
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
      case .named(let name): name
      case .constant(let constant): "\(layer).\(constant.name)"
      }
    }
    return node
  }
}
