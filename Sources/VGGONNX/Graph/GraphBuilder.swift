import VGGGraph

/// Puts layers together to ONNX's graph: names values, collects what they hold, says the shape of
/// each.
struct GraphBuilder {
  private(set) var nodes: [ONNXNodeProto] = []
  /// Every value between two nodes, with its shape.
  private(set) var values: [ONNXValueInfoProto] = []
  private(set) var tensors: [GraphTensor] = []
  private var current: String
  /// The names of the constants, which two operators of a layer may share.
  private var constants: Set<String> = []

  /// - Parameter input: the name of the images.
  init(input: String) {
    current = input
  }

  /// Appends the operators of one layer, the last of which gives the value `result`.
  ///
  /// - Parameters:
  ///   - layer: the layer's name, from which those of nodes and tensors are made.
  ///   - isOutput: whether `result` is the graph's output, and so no value between two nodes.
  mutating func append(
    _ operations: [Operation], of layer: String, weights: [StateTensor] = [],
    documentation: String, giving result: String, isOutput: Bool
  ) {
    tensors += weights.map(GraphTensor.weight)
    let layerInput = current
    for (index, operation) in operations.enumerated() {
      let isLast = index == operations.count - 1
      let value = isLast ? result : "\(layer).\(index + 1)"
      nodes.append(
        node(
          operation, of: layer, named: isLast ? layer : value, reading: layerInput, giving: value,
          documentation))
      if !(isLast && isOutput) { values.append(.batch(of: operation.output, named: value)) }
      current = value
    }
  }

  private mutating func node(
    _ operation: Operation, of layer: String, named name: String, reading layerInput: String,
    giving value: String, _ documentation: String
  ) -> ONNXNodeProto {
    var node = ONNXNodeProto()
    node.name = name
    node.opType = operation.type
    node.docString = documentation
    node.output = [value]
    node.attribute = operation.attributes.map(ONNXAttributeProto.init)
    for operand in operation.operands {
      switch operand {
      case .previous: node.input.append(current)
      case .layerInput: node.input.append(layerInput)
      case .weight(let part): node.input.append("\(layer).\(part)")
      case .constant(let constant):
        let name = "\(layer).\(constant.name)"
        node.input.append(name)
        if constants.insert(name).inserted { tensors.append(.constant(constant, name: name)) }
      }
    }
    return node
  }
}
