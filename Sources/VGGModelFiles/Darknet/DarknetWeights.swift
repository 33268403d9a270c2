import VGGDiagnostics
import VGGGraph
import VGGWeights

/// darknet's weight file: a header, then the numbers of each layer, without names or shapes.
struct DarknetWeights {
  let path: String
  private let file: MappedFile
  private let start: Int

  init(_ file: MappedFile) throws(WeightError) {
    path = file.path
    self.file = file
    var cursor = ByteCursor(
      file.bytes, in: 0..<file.bytes.count, of: "the Darknet weight file", file: file.path)
    let version = (
      try cursor.number(UInt32.self), try cursor.number(UInt32.self), try cursor.number(UInt32.self)
    )
    guard version.0 < 1000, version.1 < 1000 else {
      throw cursor.failure(
        "version \(version.0).\(version.1) stores transposed matrices, which are not supported",
        at: 0)
    }
    // Since version 0.2, the number of photos seen has 64 bits.
    _ = try cursor.run(version.0 * 10 + version.1 >= 2 ? 8 : 4)
    start = cursor.position
  }

  /// The tensors of the network's layers: each layer starts with its biases, and a batch normalisation's numbers are between
  /// these and the convolution's weights.
  ///
  /// - Throws: `WeightError` if the file does not have exactly the network's numbers.
  func layers(of graph: ModelGraph) throws(WeightError) -> [StoredLayer] {
    var layers: [StoredLayer] = []
    var cursor = ByteCursor(
      file.bytes, in: start..<file.bytes.count, of: "the Darknet weight file", file: path)
    let weighted = graph.layers.filter { !$0.stateTensors.isEmpty }
    var index = 0
    while index < weighted.count {
      let layer = weighted[index]
      let next = index + 1 < weighted.count ? weighted[index + 1] : nil
      index += 1
      var tensors: [String: StoredNumbers] = [:]
      if let next, next.stateTensors.contains(where: { $0.name.hasSuffix(".running_mean") }) {
        index += 1
        var norm: [String: StoredNumbers] = [:]
        for part in ["bias", "weight", "running_mean", "running_var"] {
          norm[part] = try numbers(part, of: next, &cursor)
        }
        // darknet adds a millionth to the standard deviation.
        norm["running_var"]?.forms = [.deviations(epsilon: 1e-6)]
        tensors["weight"] = try numbers("weight", of: layer, &cursor)
        layers.append(StoredLayer(name: layer.name, tensors: tensors))
        layers.append(StoredLayer(name: next.name, tensors: norm))
      } else {
        for part in ["bias", "weight"] { tensors[part] = try numbers(part, of: layer, &cursor) }
        layers.append(StoredLayer(name: layer.name, tensors: tensors))
      }
    }
    guard cursor.position == cursor.end else {
      throw cursor.failure(
        "\(grouped((cursor.end - cursor.position) / 4)) numbers are left after the last layer: the weights belong to "
          + "another network")
    }
    return layers
  }

  private func numbers(
    _ part: String, of layer: Layer, _ cursor: inout ByteCursor
  ) throws(WeightError) -> StoredNumbers {
    guard let tensor = layer.stateTensors.first(where: { $0.name == "\(layer.name).\(part)" }),
      let size = TensorDescription(name: tensor.name, shape: tensor.shape).byteCount
    else {
      throw cursor.failure(
        "a Darknet weight file has a \(part) for each layer, but \(layer.name) has none")
    }
    let range = try cursor.run(size)
    return StoredNumbers(shape: tensor.shape, place: .file(file, range, .float32))
  }
}
