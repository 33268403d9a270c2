import VGGFiles
import VGGWeights

/// A tensor of a model: its extents, and the position of its numbers.
struct ONNXTensor {
  let name: String
  let shape: [Int]
  /// The start of its message, in bytes from the file's start.
  let place: Int
  private let type: Int
  private let content: Content

  private enum Content {
    case nothing
    case bytes(Range<Int>)
    /// Numbers of four or eight bytes each that are not stored as raw bytes.
    case packed(Range<Int>)
    case integers([Int])
    case external(location: String, offset: Int, length: Int?)
  }

  /// The supported element types, by their numbers in the format.
  private static let elements: [Int: ElementType] = [
    1: .float32, 7: .int64, 10: .float16, 11: .float64, 16: .bfloat16,
  ]

  /// The maximum number of values that are stored one by one: shapes, and small tensors in half precision.
  private static let mostIntegers = 1 << 20
  private static let mostAxes = 8

  init(_ bytes: WireFields, at start: Int) throws(WeightError) {
    var (name, shape, type, raw) = ("", [Int](), 0, Content.nothing)
    var (location, offset, length) = (String?.none, 0, Int?.none)
    var fields = bytes
    while let field = try fields.next() {
      switch (field.number, field.value) {
      case (1, let value):
        shape += try fields.integers(value, limit: Self.mostAxes)
        guard shape.count <= Self.mostAxes else {
          throw fields.failure("a tensor has more than \(Self.mostAxes) axes", at: field.place)
        }
      case (2, .varint(let value)): type = Int(clamping: value)
      case (4, .bytes(let range)), (10, .bytes(let range)): raw = .packed(range)
      case (5, let value), (7, let value):
        raw = .integers(try fields.integers(value, limit: Self.mostIntegers))
      case (8, .bytes(let range)): name = try fields.text(range)
      case (9, .bytes(let range)): raw = .bytes(range)
      case (13, .bytes(let range)):
        let entry = try ONNXEntry(fields.message(range, "a tensor's external data"))
        switch entry.key {
        case "location": location = entry.value
        case "offset": offset = try entry.number(in: fields, at: field.place)
        case "length": length = try entry.number(in: fields, at: field.place)
        default: break
        }
      default: break
      }
    }
    guard shape.allSatisfy({ $0 >= 0 }) else {
      throw bytes.failure("tensor \(quoted(name)) has the invalid shape \(shape)", at: start)
    }
    if let location { raw = .external(location: location, offset: offset, length: length) }
    (self.name, self.shape, self.type, content, place) = (name, shape, type, raw, start)
  }

  // MARK: - Numbers

  /// The numbers, left where they are stored.
  ///
  /// - Throws: `WeightError` for a type that weights cannot have, or if the number of values does not match the extents.
  func numbers(in model: ONNXFile) throws(WeightError) -> StoredNumbers {
    func failure(_ reason: String) -> WeightError {
      WeightError(
        .malformed, file: model.path, offset: place, "tensor \(quoted(name)) \(reason)")
    }
    guard let element = Self.elements[type], element.isFloatingPoint else {
      throw failure(
        "has ONNX type \(type), but weights must be FLOAT, FLOAT16, BFLOAT16 or DOUBLE (1, 10, 16, 11)"
      )
    }
    guard let size = TensorDescription(name: name, type: element, shape: shape).byteCount else {
      throw failure("has the shape \(shape), which is too large")
    }
    func checked(_ range: Range<Int>) throws(WeightError) -> Range<Int> {
      guard range.count == size else {
        throw failure("has \(range.count) bytes of numbers, but its shape needs \(size)")
      }
      return range
    }
    switch content {
    case .bytes(let range):
      return StoredNumbers(
        shape: shape, place: .file(model.file, try checked(range), element))
    case .packed(let range):
      guard [.float32, .float64].contains(element) else {
        throw failure("has numbers of the wrong type")
      }
      return StoredNumbers(
        shape: shape, place: .file(model.file, try checked(range), element))
    case .integers(let bits):
      guard element.byteCount == 2, bits.count * 2 == size else {
        throw failure("has \(bits.count) numbers, but its shape needs \(size / element.byteCount)")
      }
      let halves = bits.map { UInt16(truncatingIfNeeded: $0).littleEndian }
      let values = halves.withUnsafeBytes { floats(from: $0, of: element) ?? [] }
      return StoredNumbers(shape: shape, place: .values(values))
    case .external(let location, let offset, let length):
      let file = try model.external(location, of: name, at: place)
      let (end, overflow) = offset.addingReportingOverflow(size)
      guard offset >= 0, !overflow, end <= file.bytes.count, length ?? size == size else {
        throw failure(
          "should have \(size) bytes from byte \(offset) of \(quoted(location)), which has \(file.bytes.count) bytes"
        )
      }
      return StoredNumbers(shape: shape, place: .file(file, offset..<end, element))
    case .nothing:
      guard size == 0 else { throw failure("has no numbers") }
      return StoredNumbers(shape: shape, place: .values([]))
    }
  }

  /// The numbers of a small tensor; `nil` for a large one, and for an unsupported type.
  func smallValues(in model: ONNXFile, limit: Int = 1 << 16) throws(WeightError) -> [Double]? {
    let count = TensorDescription(name: name, shape: shape).elementCount
    guard let count, count <= limit else { return nil }
    if type == 7 {
      switch content {
      case .integers(let values): return values.count == count ? values.map(Double.init) : nil
      case .bytes(let range):
        guard range.count == 8 * count else { return nil }
        return (0..<count).map { index in
          let bits = model.file.bytes.loadUnaligned(
            fromByteOffset: range.lowerBound + 8 * index, as: Int64.self)
          return Double(Int64(littleEndian: bits))
        }
      case .nothing, .packed, .external: return count == 0 ? [] : nil
      }
    }
    guard let element = Self.elements[type], element.isFloatingPoint else { return nil }
    return try numbers(in: model).values.map(Double.init)
  }
}

/// A text with its key.
struct ONNXEntry {
  private(set) var key = ""
  private(set) var value = ""

  init(_ bytes: WireFields) throws(WeightError) {
    var fields = bytes
    while let field = try fields.next() {
      guard case .bytes(let range) = field.value else { continue }
      if field.number == 1 { key = try fields.text(range) }
      if field.number == 2 { value = try fields.text(range) }
    }
  }

  fileprivate func number(in fields: WireFields, at place: Int) throws(WeightError) -> Int {
    guard let number = Int(value), number >= 0 else {
      throw fields.failure("\(quoted(value)) is not a number of bytes", at: place)
    }
    return number
  }
}
