import VGGWeights

/// The fields of one Protocol Buffers message, read one by one directly from the file.
///
/// Values are not copied: half a gigabyte of weights stays in the mapped file.
struct WireFields {
  /// A field's number and its value.
  struct Field {
    let number: Int
    let value: Value
    /// The start of the field, in bytes from the file's start.
    let place: Int
  }

  enum Value {
    case varint(UInt64)
    case fixed64(UInt64)
    case fixed32(UInt32)
    /// A text, a message or packed numbers, by their position in the file.
    case bytes(Range<Int>)
  }

  private var cursor: ByteCursor

  /// - Parameter part: The message's name in errors: `the ONNX graph`.
  init(_ bytes: UnsafeRawBufferPointer, in range: Range<Int>, of part: String, file: String) {
    cursor = ByteCursor(bytes, in: range, of: part, file: file)
  }

  /// The next field; `nil` at the end.
  ///
  /// - Throws: `WeightError` if the bytes are not a message.
  mutating func next() throws(WeightError) -> Field? {
    guard cursor.position < cursor.end else { return nil }
    let place = cursor.position
    let key = try varint()
    let number = key >> 3
    guard (1..<1 << 29).contains(number) else {
      throw cursor.failure("\(number) is not a valid field number", at: place)
    }
    let value: Value
    switch key & 7 {
    case 0: value = .varint(try varint())
    case 1: value = .fixed64(try cursor.number(UInt64.self))
    case 2: value = .bytes(try cursor.run(try length()))
    case 5: value = .fixed32(try cursor.number(UInt32.self))
    default:
      throw cursor.failure("unsupported wire type \(key & 7): the file is damaged", at: place)
    }
    return Field(number: Int(number), value: value, place: place)
  }

  private mutating func length() throws(WeightError) -> Int {
    let place = cursor.position
    let value = try varint()
    guard let length = Int(exactly: value) else {
      throw cursor.failure("\(value) is not a valid length", at: place)
    }
    return length
  }

  private mutating func varint() throws(WeightError) -> UInt64 {
    let place = cursor.position
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
      let byte = try cursor.number(UInt8.self)
      guard shift < 63 || byte <= 1 else { break }
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return value }
    }
    throw cursor.failure("a number has more than 64 bits", at: place)
  }

  /// The fields of a message within this one.
  func message(_ range: Range<Int>, _ part: String) -> WireFields {
    WireFields(cursor.bytes, in: range, of: part, file: cursor.file)
  }

  /// The text in `range`.
  func text(_ range: Range<Int>) throws(WeightError) -> String {
    var text = cursor.part(range, "a string")
    return try text.text(range.count)
  }

  /// The whole numbers of a field that has one number, or several packed ones.
  ///
  /// - Parameter limit: The maximum number of values.
  func integers(_ value: Value, limit: Int) throws(WeightError) -> [Int] {
    switch value {
    case .varint(let bits): return [Int(Int64(bitPattern: bits))]
    case .bytes(let range):
      var numbers: [Int] = []
      var packed = WireFields(cursor.bytes, in: range, of: "a list of numbers", file: cursor.file)
      while packed.cursor.position < range.upperBound {
        guard numbers.count < limit else {
          throw cursor.failure("a list has more than \(limit) numbers", at: range.lowerBound)
        }
        numbers.append(Int(Int64(bitPattern: try packed.varint())))
      }
      return numbers
    case .fixed32, .fixed64: throw failure("a list of numbers has the wrong wire type")
    }
  }

  func failure(_ reason: String, at place: Int? = nil) -> WeightError {
    cursor.failure(reason, at: place)
  }
}
