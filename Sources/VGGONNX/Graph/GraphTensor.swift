import VGGGraph

/// A tensor that the graph reads: an initialiser, in ONNX's terms.
enum GraphTensor: Hashable, Sendable {
  /// Values from a `WeightSource`, and their extents in the model.
  case weight(StateTensor, extents: [Int])
  case constant(Constant, name: String)

  var name: String {
    switch self {
    case .weight(let tensor, _): tensor.name
    case .constant(_, let name): name
    }
  }

  var isWeight: Bool {
    if case .weight = self { true } else { false }
  }

  /// The number of bytes of its values, capped at `Int.max`.
  var byteCount: Int {
    switch self {
    case .weight(let tensor, _): floatBytes(tensor.shape)
    case .constant(let constant, _): constant.byteCount
    }
  }

  /// The tensor's message without its values.
  var header: ONNXTensorProto {
    var header = ONNXTensorProto()
    header.name = name
    switch self {
    case .weight(_, let extents):
      header.dims = extents.map { Int64($0) }
      header.dataType = Int32(ONNXTensorProto.DataType.float.rawValue)
    case .constant(let constant, _):
      header.dims = constant.shape.map { Int64($0) }
      header.dataType = Int32(constant.type.rawValue)
    }
    return header
  }
}

/// The number of bytes of a float32 tensor, capped at `Int.max`.
func floatBytes(_ shape: [Int]) -> Int {
  shape.reduce(MemoryLayout<Float>.size) { bytes, extent in
    checkedProduct(bytes, extent) ?? .max
  }
}
