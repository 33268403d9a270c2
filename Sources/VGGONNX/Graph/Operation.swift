/// One ONNX operator of a layer, in the terms of that layer: ``GraphBuilder`` gives the values their
/// names.
struct Operation: Hashable, Sendable {
  /// ONNX's name of the operator, such as `Conv`.
  let type: String
  let operands: [Operand]
  let attributes: [Attribute]
  /// What it gives, without the batch axis.
  let output: [Int]

  init(
    _ type: String, _ operands: [Operand] = [.previous], attributes: [Attribute] = [],
    giving output: [Int]
  ) {
    self.type = type
    self.operands = operands
    self.attributes = attributes
    self.output = output
  }
}

/// What an operator reads.
enum Operand: Hashable, Sendable {
  /// What the layer's operator before this one gives; for its first one, what the layer is given.
  case previous
  /// What the layer is given.
  case layerInput
  /// One of the network's weights, by its last part: `weight` of `features.0.weight`.
  case weight(String)
  /// A tensor that is known when the file is written.
  case constant(Constant)
}
