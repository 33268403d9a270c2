/// The header of a safetensors file: its tensors and their places, all checked against the file's
/// length.
///
/// The format: eight bytes with the header's length (little-endian), the header, a JSON object,
/// then the tensors' bytes, which follow each other without gaps (huggingface/safetensors,
/// "Format").
struct SafetensorsHeader {
  /// A tensor and the range of its elements, in bytes from the file's start.
  struct Entry {
    let tensor: TensorDescription
    let bytes: Range<Int>
  }

  /// In the order of the header.
  private(set) var entries: [Entry] = []
  /// Indices of `entries`, by name.
  private(set) var indices: [String: Int] = [:]
  /// The file's metadata, under `__metadata__`.
  private(set) var metadata: [String: String] = [:]

  /// The format's own limit.
  static let longest = 100_000_000

  /// Reads and checks the header of `file`, which has the content `bytes`.
  init(_ bytes: UnsafeRawBufferPointer, file: String) throws(WeightError) {
    let range = try Self.range(in: bytes, file: file)
    var cursor = HeaderCursor(bytes, in: range, file: file)
    guard bytes[range.lowerBound] == UInt8(ascii: "{") else {
      throw cursor.failure("the header must start with '{': this is not a safetensors file")
    }
    var places: [Int] = []
    var metadata: [String: String]?
    try cursor.object { (cursor, key, start) throws(WeightError) in
      if key == "__metadata__" {
        guard metadata == nil else {
          throw cursor.failure("\(quoted(key)) appears twice", at: start)
        }
        metadata = try cursor.passNull() ? [:] : Self.readMetadata(&cursor)
        return
      }
      guard indices.updateValue(entries.count, forKey: key) == nil else {
        throw cursor.failure("tensor \(quoted(key)) appears twice", at: start)
      }
      places.append(start)
      entries.append(
        try Self.entry(key, at: start, &cursor, data: range.upperBound..<bytes.count))
    }
    self.metadata = metadata ?? [:]
    cursor.skipSpace()
    guard cursor.isAtEnd else { throw cursor.failure("the header continues after its closing '}'") }
    try checkLayout(places, cursor, data: range.upperBound..<bytes.count)
  }

  /// The range of the JSON.
  private static func range(
    in bytes: UnsafeRawBufferPointer, file: String
  ) throws(WeightError) -> Range<Int> {
    guard bytes.count >= 8 else {
      throw WeightError(.malformed, file: file, offset: 0, .shortFile(byteCount: bytes.count))
    }
    let length = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
    guard length <= longest else {
      throw WeightError(
        .malformed, file: file, offset: 0, .noHeader(length: length, limit: longest))
    }
    guard length <= bytes.count - 8 else {
      throw WeightError(
        .malformed, file: file, offset: 0,
        .shortHeader(length: Int(length), present: bytes.count - 8))
    }
    guard length >= 2 else {
      throw WeightError(
        .malformed, file: file, offset: 0, "the header's length is \(length) bytes: too short")
    }
    return 8..<8 + Int(length)
  }

  private static func readMetadata(
    _ cursor: inout HeaderCursor
  ) throws(WeightError) -> [String: String] {
    var metadata: [String: String] = [:]
    try cursor.object { (cursor, key, start) throws(WeightError) in
      guard metadata.updateValue(try cursor.string(), forKey: key) == nil else {
        throw cursor.failure("metadata \(quoted(key)) appears twice", at: start)
      }
    }
    return metadata
  }

  /// Reads one tensor's `{"dtype":…, "shape":…, "data_offsets":…}`.
  private static func entry(
    _ name: String, at start: Int, _ cursor: inout HeaderCursor, data: Range<Int>
  ) throws(WeightError) -> Entry {
    var type: String?
    var shape: [Int]?
    var offsets: [Int]?
    try cursor.object { (cursor, key, start) throws(WeightError) in
      switch key {
      case "dtype" where type == nil: type = try cursor.string()
      case "shape" where shape == nil: shape = try cursor.integers()
      case "data_offsets" where offsets == nil: offsets = try cursor.integers()
      case "dtype", "shape", "data_offsets":
        throw cursor.failure("\(quoted(key)) appears twice", at: start)
      // The format's own library ignores other keys.
      default: try cursor.skipValue()
      }
    }
    func failure(_ reason: String) -> WeightError {
      cursor.failure("tensor \(quoted(name)): " + reason, at: start)
    }
    guard let type else { throw failure("'dtype' is missing") }
    guard let shape else { throw failure("'shape' is missing") }
    guard let offsets else { throw failure("'data_offsets' is missing") }
    guard let elementType = ElementType(rawValue: type) else {
      throw failure("unknown type \(quoted(type))")
    }
    guard offsets.count == 2, offsets[0] <= offsets[1] else {
      throw failure("'data_offsets' must be the start and the end of its bytes, but is \(offsets)")
    }
    guard offsets[1] <= data.count else {
      throw WeightError(
        .malformed, file: cursor.file, offset: start,
        .shortData(tensor: name, end: offsets[1], present: data.count))
    }
    let tensor = TensorDescription(name: name, type: elementType, shape: shape)
    guard let size = tensor.byteCount else {
      throw failure("its shape \(text(of: shape)) does not fit in 64 bits")
    }
    guard size == offsets[1] - offsets[0] else {
      throw failure(
        "\(text(of: shape)) of \(type) take \(size) bytes, but 'data_offsets' "
          + "cover \(offsets[1] - offsets[0])")
    }
    return Entry(
      tensor: tensor, bytes: data.lowerBound + offsets[0]..<data.lowerBound + offsets[1])
  }

  /// Checks that the tensors fill the data without overlaps or gaps.
  private func checkLayout(
    _ places: [Int], _ cursor: HeaderCursor, data: Range<Int>
  ) throws(WeightError) {
    var end = data.lowerBound
    var previous: String?
    let order = entries.indices.sorted {
      let (left, right) = (entries[$0].bytes, entries[$1].bytes)
      return (left.lowerBound, left.upperBound) < (right.lowerBound, right.upperBound)
    }
    for index in order {
      let (name, bytes) = (entries[index].tensor.name, entries[index].bytes)
      if bytes.lowerBound < end, let previous {
        throw cursor.failure(
          "tensors \(quoted(previous)) and \(quoted(name)) overlap in the file", at: places[index])
      }
      guard bytes.lowerBound == end else {
        throw cursor.failure(
          "\(bytes.lowerBound - end) bytes before tensor \(quoted(name)) belong to no tensor",
          at: places[index])
      }
      (end, previous) = (bytes.upperBound, name)
    }
    guard end == data.upperBound else {
      throw cursor.failure(
        "the last \(data.upperBound - end) bytes of the file belong to no tensor", at: end)
    }
  }
}

extension SafetensorsHeader {
  /// The tensors and the metadata.
  var directory: TensorDirectory {
    TensorDirectory(
      entries.map { StoredTensor($0.tensor, at: $0.bytes.lowerBound) }, metadata: metadata)
  }
}
