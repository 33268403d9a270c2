/// An ONNX model, divided into the parts that are written one after the other.
///
/// The messages contain no values: half a gigabyte of weights would be copied into them, and once more
/// into their bytes. Values are written to the file directly, between the messages' bytes.
package struct ONNXModel: Sendable {
  /// Everything but the graph.
  package let head: ONNXModelProto
  /// Everything but the initialisers.
  let graph: GraphPieces
  /// The initialisers, in the order in which layers read them.
  let tensors: [GraphTensor]
}
