import VGGWeights

/// A group's names: a B-tree of symbol table nodes (III.A.1, III.B), with the names in a local heap (III.D).
struct HDF5SymbolTable {
  private(set) var links: [(name: String, address: Int)] = []

  private static let deepest = 16

  init(tree: Int, heap: Int, of file: HDF5File) throws(WeightError) {
    var cursor = try file.cursor(at: heap, "an HDF5 local heap")
    try cursor.expect("HEAP")
    _ = try cursor.run(4)
    let size = try cursor.count(UInt64.self)
    _ = try cursor.run(8)
    let names = try file.cursor(at: try file.address(&cursor), size: size, "an HDF5 local heap")
    try read(tree, depth: 0, names, of: file)
  }

  private mutating func read(
    _ address: Int, depth: Int, _ names: ByteCursor, of file: HDF5File
  ) throws(WeightError) {
    var cursor = try file.cursor(at: address, "an HDF5 group")
    try file.spend(1)
    guard depth <= Self.deepest else {
      throw cursor.failure("an HDF5 group contains itself")
    }
    if cursor.begins(with: "SNOD") { return try readEntries(&cursor, names, of: file) }
    try cursor.expect("TREE")
    guard try cursor.number(UInt8.self) == 0 else {
      throw cursor.failure("an HDF5 group has a B-tree of another kind")
    }
    _ = try cursor.run(1)
    let count = Int(try cursor.number(UInt16.self))
    _ = try cursor.run(16)
    for _ in 0..<count {
      _ = try cursor.run(8)
      try read(try file.address(&cursor), depth: depth + 1, names, of: file)
    }
  }

  private mutating func readEntries(
    _ cursor: inout ByteCursor, _ names: ByteCursor, of file: HDF5File
  ) throws(WeightError) {
    try cursor.expect("SNOD")
    _ = try cursor.run(2)
    let count = Int(try cursor.number(UInt16.self))
    try file.spend(count)
    for _ in 0..<count {
      let offset = try cursor.count(UInt64.self)
      let address = try file.address(&cursor)
      _ = try cursor.run(24)
      guard offset < names.end - names.position else {
        throw cursor.failure("a name in an HDF5 group is outside its heap")
      }
      let start = names.position + offset
      guard let end = names.bytes[start..<names.end].firstIndex(of: 0) else {
        throw cursor.failure("a name in an HDF5 group is unterminated", at: start)
      }
      var text = names.part(start..<end, "a name in an HDF5 group")
      links.append((try text.text(end - start), address))
    }
  }
}

extension ByteCursor {
  /// Whether the next bytes are those of `mark`.
  func begins(with mark: String) -> Bool { bytes[position..<end].starts(with: mark.utf8) }

  /// Checks a structure's mark, and moves past it.
  mutating func expect(_ mark: String) throws(WeightError) {
    guard begins(with: mark) else {
      throw failure("an HDF5 file should have \(mark) here: the file is damaged")
    }
    _ = try run(mark.utf8.count)
  }
}
