/// One ONNX operator of a layer, in terms of that layer; ``GraphBuilder`` names the
/// values.
struct Operation: Hashable, Sendable {
  /// ONNX's name of the operator, such as `Conv`.
  let type: String
  let operands: [Operand]
  let attributes: [Attribute]
  /// The output's shape, without the batch axis.
  let output: [Int]
  /// The kind of value that the output is.
  var kind = ValueKind.perImage

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

/// The kind of a value between two operators.
enum ValueKind: Hashable, Sendable {
  /// float32 numbers for each image.
  case perImage
  /// A whole number for each image.
  case index
  /// float32 numbers that are the same for all images.
  case shared
}

/// An operator's input.
enum Operand: Hashable, Sendable {
  /// The output of the layer's previous operator; for its first operator, the layer's input.
  case previous
  /// The layer's input.
  case layerInput
  /// One of the network's weights, by its last part: `weight` of `features.0.weight`.
  case weight(String)
  /// A value of the graph by its name: the output of another layer or of an earlier operator, or another layer's weight.
  case named(String)
  /// A tensor that is known when the file is written.
  case constant(Constant)
}
