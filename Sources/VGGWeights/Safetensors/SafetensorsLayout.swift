import VGGFiles

/// The places of the tensors in a new safetensors file, and the bytes before them.
struct SafetensorsLayout {
  /// The header's length and its JSON, padded with spaces to a multiple of eight bytes.
  let head: [UInt8]
  /// The tensors in the order of their data: those with large elements first, so that each is
  /// aligned to its elements.
  let order: [TensorDescription]

  /// - Throws: `WeightError` if a name occurs twice, or a tensor is too large for `file`.
  init(
    _ descriptions: [TensorDescription], metadata: [String: String], file: String
  ) throws(WeightError) {
    let order = descriptions.enumerated().sorted { left, right in
      let sizes = (left.element.type.byteCount, right.element.type.byteCount)
      return sizes.0 == sizes.1 ? left.offset < right.offset : sizes.0 > sizes.1
    }
    self.order = order.map(\.element)
    var offset = 0
    var ranges = [Range<Int>](repeating: 0..<0, count: descriptions.count)
    for (index, description) in order {
      guard let size = description.byteCount, size <= .max - offset else {
        throw WeightError(
          .unwritable, file: file, "tensor \(quoted(description.name)) is too large for a file")
      }
      ranges[index] = offset..<offset + size
      offset += size
    }
    var entries = Self.entry(of: metadata)
    var names: Set<String> = ["__metadata__"]
    for (description, range) in zip(descriptions, ranges) {
      guard names.insert(description.name).inserted else {
        throw WeightError(
          .unwritable, file: file, "two tensors have the name \(quoted(description.name))")
      }
      entries.append(Self.entry(of: description, range))
    }
    var header = Array("{\(entries.joined(separator: ","))}".utf8)
    header += [UInt8](repeating: UInt8(ascii: " "), count: (8 - header.count % 8) % 8)
    head = withUnsafeBytes(of: UInt64(header.count).littleEndian) { Array($0) } + header
  }

  private static func entry(of metadata: [String: String]) -> [String] {
    guard !metadata.isEmpty else { return [] }
    let pairs = metadata.sorted { $0.key < $1.key }
      .map { jsonString($0.key) + ":" + jsonString($0.value) }
    return [#""__metadata__":{\#(pairs.joined(separator: ","))}"#]
  }

  private static func entry(of tensor: TensorDescription, _ bytes: Range<Int>) -> String {
    let shape = tensor.shape.map(String.init).joined(separator: ",")
    return jsonString(tensor.name)
      + #":{"dtype":"\#(tensor.type.rawValue)","shape":[\#(shape)],"#
      + #""data_offsets":[\#(bytes.lowerBound),\#(bytes.upperBound)]}"#
  }
}
