import SwiftProtobuf

/// The position of every part of a model: the bytes between the tensors' values are made, and
/// every length is known.
///
///     model head | graph: [its head | initializer: [header | values] | initializer: …]
///
/// Protobuf allows a message's fields in any order, so that initialisers can come last.
struct ModelLayout {
  /// All bytes before the graph.
  let opening: [UInt8]
  /// All bytes of the graph before its first initialiser.
  let graph: GraphBytes
  let tensors: [PlacedTensor]
  /// The size of the model file in bytes, capped at `Int.max`.
  let byteCount: Int

  /// Field numbers in `Format/onnx-subset.proto`.
  private enum Field {
    static let graph = 7
    static let initializer = 5
    static let rawData = 9
  }

  /// - Parameter dataFile: The name of the file next to the model that weights are written to; `nil` to
  ///   write them to the model itself.
  /// - Throws: The error of swift-protobuf for a message that cannot be written.
  init(_ model: ONNXModel, dataFile: String?) throws {
    var placed: [PlacedTensor] = []
    var end = 0
    for tensor in model.tensors {
      if let dataFile, tensor.isWeight {
        let offset = end.roundedUp(to: PlacedTensor.alignment)
        end = offset.addingSaturated(tensor.byteCount)
        placed.append(try .beside(tensor, in: dataFile, at: offset))
      } else {
        placed.append(try .within(tensor))
      }
    }
    tensors = placed
    let head: [UInt8] = try model.head.serializedBytes()
    graph = try GraphBytes(model.graph)
    let graphLength = placed.reduce(graph.count) { sum, tensor in
      sum.addingSaturated(tensor.byteCount)
    }
    opening = head + delimitedField(Field.graph, length: graphLength)
    byteCount = opening.count.addingSaturated(graphLength)
  }

  /// A tensor's part of the model file, and of the data file.
  struct PlacedTensor {
    /// The size of a memory page, so that engines can map the data.
    static let alignment = 4096

    let tensor: GraphTensor
    /// The initialiser's bytes before its values; all of its bytes if the values are in the data file.
    let opening: [UInt8]
    /// The offset of its values in the data file; `nil` for those in the model file.
    let offset: Int?

    /// The number of bytes in the model file, capped at `Int.max`.
    var byteCount: Int {
      offset == nil ? opening.count.addingSaturated(tensor.byteCount) : opening.count
    }

    /// Places a tensor's values in the model file, after its header.
    fileprivate static func within(_ tensor: GraphTensor) throws -> PlacedTensor {
      let header: [UInt8] = try tensor.header.serializedBytes()
      let beforeValues = header + delimitedField(Field.rawData, length: tensor.byteCount)
      let length = beforeValues.count.addingSaturated(tensor.byteCount)
      return PlacedTensor(
        tensor: tensor,
        opening: delimitedField(Field.initializer, length: length) + beforeValues, offset: nil)
    }

    /// Places a tensor's values at `offset` of the file called `dataFile`.
    fileprivate static func beside(
      _ tensor: GraphTensor, in dataFile: String, at offset: Int
    ) throws -> PlacedTensor {
      var header = tensor.header
      header.dataLocation = .external
      let place = [
        ("location", dataFile), ("offset", "\(offset)"), ("length", "\(tensor.byteCount)"),
      ]
      header.externalData = place.map(ONNXStringStringEntryProto.init)
      let bytes: [UInt8] = try header.serializedBytes()
      return PlacedTensor(
        tensor: tensor, opening: delimitedField(Field.initializer, length: bytes.count) + bytes,
        offset: offset)
    }
  }
}

extension ONNXStringStringEntryProto {
  init(_ key: String, _ value: String) {
    self.init()
    self.key = key
    self.value = value
  }
}

extension Int {
  fileprivate func addingSaturated(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }

  fileprivate func roundedUp(to step: Int) -> Int {
    let rest = self % step
    return rest == 0 ? self : addingSaturated(step - rest)
  }
}
