import VGGGraph

extension ONNXValueInfoProto {
  /// The batch axis, whose extent is known only when the network runs.
  static let batchAxis = "N"

  /// A value with one float32 tensor of `shape` per image: N x channels x height x width, or N x values.
  static func batch(of shape: [Int], named name: String) -> ONNXValueInfoProto {
    var batch = ONNXTensorShapeProto.Dimension()
    batch.dimParam = batchAxis
    return ONNXValueInfoProto(name, [batch] + shape.map(ONNXTensorShapeProto.Dimension.init))
  }

  /// The output of an operation.
  init(of operation: Operation, named name: String) {
    switch operation.kind {
    case .perImage: self = .batch(of: operation.output, named: name)
    case .index:
      self = .batch(of: operation.output, named: name)
      type.tensorType.elemType = Int32(ONNXTensorProto.DataType.int64.rawValue)
    case .shared:
      self.init(name, operation.output.map(ONNXTensorShapeProto.Dimension.init))
    }
  }

  /// A weight that is passed to the network when it runs.
  static func weight(_ tensor: GraphTensor) -> ONNXValueInfoProto {
    ONNXValueInfoProto(
      tensor.name, tensor.header.dims.map { ONNXTensorShapeProto.Dimension(Int($0)) })
  }

  private init(_ name: String, _ dimensions: [ONNXTensorShapeProto.Dimension]) {
    self.init()
    self.name = name
    type.tensorType.elemType = Int32(ONNXTensorProto.DataType.float.rawValue)
    type.tensorType.shape.dim = dimensions
  }
}

extension ONNXTensorShapeProto.Dimension {
  fileprivate init(_ extent: Int) {
    self.init()
    dimValue = Int64(extent)
  }
}
