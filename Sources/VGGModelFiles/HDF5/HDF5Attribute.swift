import VGGWeights

/// An attribute of an object (IV.A.2.m); only texts are read, in both of the forms that h5py writes.
struct HDF5Attribute {
  let name: String
  private let type: HDF5Datatype
  private let extents: [Int]
  private let content: ByteCursor

  private static let mostTexts = 65_536
  private static let longestText = 1 << 24

  /// Reads the attribute, and moves the cursor past it.
  init(_ cursor: inout ByteCursor) throws(WeightError) {
    let version = try cursor.number(UInt8.self)
    guard (1...3).contains(version) else {
      throw cursor.failure("HDF5 attribute version \(version) is not supported")
    }
    let flags = try cursor.number(UInt8.self)
    guard version == 1 || flags & 3 == 0 else {
      throw cursor.failure("attributes with a shared type are not supported; h5py writes none")
    }
    let sizes = (
      Int(try cursor.number(UInt16.self)), Int(try cursor.number(UInt16.self)),
      Int(try cursor.number(UInt16.self))
    )
    if version == 3 { _ = try cursor.run(1) }
    // Version 1 pads each part to a multiple of 8 bytes.
    func padded(_ size: Int) -> Int { version == 1 ? (size + 7) / 8 * 8 : size }
    var text = cursor.part(try cursor.run(padded(sizes.0)), "an attribute's name")
    name = String(try text.text(sizes.0).prefix { $0 != "\0" })
    var type = cursor.part(try cursor.run(padded(sizes.1)), "an attribute's type")
    self.type = try HDF5Datatype(&type)
    var space = cursor.part(try cursor.run(padded(sizes.2)), "an attribute's dataspace")
    extents = try HDF5Dataspace(&space).extents
    content = cursor
  }

  /// The texts; `nil` for an attribute of another type.
  func texts(in file: HDF5File) throws(WeightError) -> [String]? {
    guard let count = TensorDescription(name: "", shape: extents).elementCount,
      count <= Self.mostTexts
    else { throw content.failure("the attribute \(quoted(name)) has too many values") }
    var cursor = content
    var texts: [String] = []
    switch type.kind {
    case .text(let size):
      for _ in 0..<count {
        var part = cursor.part(try cursor.run(size), "the attribute \(quoted(name))")
        texts.append(String(try part.text(size).prefix { $0 != "\0" }))
      }
    case .variableText:
      for _ in 0..<count {
        let length = Int(try cursor.number(UInt32.self))
        guard length <= Self.longestText else {
          throw cursor.failure("a string of the attribute \(quoted(name)) has \(length) bytes")
        }
        let heap = try cursor.number(UInt64.self)
        let index = try cursor.number(UInt32.self)
        guard length > 0 else {
          texts.append("")
          continue
        }
        texts.append(try Self.text(length, index, heapAt: Int(clamping: heap), in: file))
      }
    case .number, .other: return nil
    }
    return texts
  }

  /// A text in a global heap (III.E).
  private static func text(
    _ length: Int, _ index: UInt32, heapAt address: Int, in file: HDF5File
  ) throws(WeightError) -> String {
    var head = try file.cursor(at: address, "an HDF5 global heap")
    try head.expect("GCOL")
    _ = try head.run(4)
    let size = try head.count(UInt64.self)
    var heap = try file.cursor(at: address, size: size, "an HDF5 global heap")
    _ = try heap.run(16)
    while heap.end - heap.position >= 16 {
      let object = UInt32(try heap.number(UInt16.self))
      _ = try heap.run(6)
      let size = try heap.count(UInt64.self)
      guard object != 0 else { break }
      var content = heap.part(try heap.run(size), "a string in an HDF5 global heap")
      if object == index { return try content.text(length) }
      _ = try heap.run(min((8 - size % 8) % 8, heap.end - heap.position))
    }
    throw head.failure("an HDF5 global heap has no object \(index)")
  }
}
