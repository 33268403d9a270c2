import VGGONNX

/// A model's structure as text: everything but the values of its tensors.
func dump(_ model: ONNXModelProto) -> String {
  let graph = model.graph
  var lines = [
    "ir \(model.irVersion), opset \(model.opsetImport.map { "\($0.domain)\($0.version)" }.joined())",
    "producer \(model.producerName) \(model.producerVersion)",
  ]
  lines += model.metadataProps.map { "\($0.key): \($0.value)" }
  lines.append("graph \(graph.name)")
  lines += graph.input.map { "input \(dump($0))" }
  lines += graph.initializer.map { "initializer \(dump($0))" }
  let shapes = Dictionary(
    (graph.valueInfo + graph.output).map { ($0.name, dump($0)) }, uniquingKeysWith: { $1 })
  for node in graph.node {
    lines.append("# \(node.docString)")
    lines.append(
      "\(node.output.map { shapes[$0] ?? "\($0): no shape" }.joined()) = \(node.opType)"
        + "(\(node.input.joined(separator: ", ")))"
        + node.attribute.map { " \($0.name)=\(dump($0))" }.joined()
        + (node.output == [node.name] ? "" : " called \(node.name)"))
  }
  lines += graph.output.map { "output \(dump($0))" }
  return lines.joined(separator: "\n") + "\n"
}

private func dump(_ value: ONNXValueInfoProto) -> String {
  let dimensions = value.type.tensorType.shape.dim.map { dimension in
    switch dimension.value {
    case .dimParam(let name): name
    case .dimValue(let extent): "\(extent)"
    case nil: "?"
    }
  }
  return "\(value.name): [\(dimensions.joined(separator: ", "))]"
}

private func dump(_ tensor: ONNXTensorProto) -> String {
  let place = tensor.externalData.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  return "\(tensor.name): type \(tensor.dataType) \(tensor.dims)"
    + (tensor.hasRawData ? ", \(tensor.rawData.count) bytes" : "")
    + (tensor.hasDataLocation ? ", \(place)" : "")
}

private func dump(_ attribute: ONNXAttributeProto) -> String {
  switch attribute.type {
  case .float: "\(attribute.f)"
  case .int: "\(attribute.i)"
  case .ints: "\(attribute.ints)"
  case .undefined: "?"
  }
}
