import VGGTestSupport

/// A pickle in protocol 2, instruction by instruction, with the names of Python's pickletools.
enum PickleBytes {
  static let mark = Array("(".utf8)
  static let tuple = Array("t".utf8)
  static let emptyTuple = Array(")".utf8)
  static let emptyList = Array("]".utf8)
  static let appends = Array("e".utf8)
  static let emptyDict = Array("}".utf8)
  static let setItems = Array("u".utf8)
  static let reduce = Array("R".utf8)
  static let build = Array("b".utf8)
  static let persistentID = Array("Q".utf8)
  static let none = Array("N".utf8)
  static let stop = Array(".".utf8)
  static let proto: [UInt8] = [0x80, 2]

  static func global(_ module: String, _ name: String) -> [UInt8] {
    Array("c\(module)\n\(name)\n".utf8)
  }

  static func text(_ text: String) -> [UInt8] {
    Array("X".utf8) + littleEndian(UInt32(text.utf8.count)) + Array(text.utf8)
  }

  /// A text as Python 2 wrote it.
  static func oldText(_ text: String) -> [UInt8] {
    Array("U".utf8) + [UInt8(text.utf8.count)] + Array(text.utf8)
  }

  static func integer(_ value: Int) -> [UInt8] {
    [0x8a, 8] + littleEndian(value)
  }

  static func integers(_ values: [Int]) -> [UInt8] {
    tuple(values.map(integer))
  }

  static func tuple(_ parts: [[UInt8]]) -> [UInt8] {
    mark + parts.flatMap(\.self) + tuple
  }

  static func list(_ parts: [[UInt8]]) -> [UInt8] {
    emptyList + mark + parts.flatMap(\.self) + appends
  }

  static func dictionary(_ items: [(String, [UInt8])]) -> [UInt8] {
    emptyDict + mark + items.flatMap { text($0) + $1 } + setItems
  }

  static func call(_ module: String, _ name: String, _ arguments: [[UInt8]]) -> [UInt8] {
    global(module, name) + tuple(arguments) + reduce
  }

  /// The storage called `key`, of `count` float32 values.
  static func storage(
    _ key: String = "0", count: Int, type: String = "FloatStorage", view: [UInt8]? = nil
  ) -> [UInt8] {
    tuple(
      [text("storage"), global("torch", type), text(key), text("cpu"), integer(count)]
        + (view.map { [$0] } ?? [])) + persistentID
  }

  static func tensor(
    _ storage: [UInt8], offset: Int = 0, shape: [Int], strides: [Int]
  ) -> [UInt8] {
    call(
      "torch._utils", "_rebuild_tensor",
      [storage, integer(offset), integers(shape), integers(strides)])
  }
}
