import VGGWeights

/// A group or a data set: the messages of its object header (IV.A).
struct HDF5Object {
  private let file: HDF5File
  private var messages: [HDF5Message] = []

  private static let mostMessages = 65_536
  private static let mostBlocks = 4_096

  init(at address: Int, of file: HDF5File) throws(WeightError) {
    self.file = file
    var start = try file.cursor(at: address, "an HDF5 object header")
    let first = try start.number(UInt8.self)
    if first == 1 {
      try readFirstVersion(&start)
    } else {
      try readSecondVersion(at: address)
    }
  }

  private mutating func readFirstVersion(_ header: inout ByteCursor) throws(WeightError) {
    _ = try header.run(7)
    let size = Int(try header.number(UInt32.self))
    _ = try header.run(4)
    var blocks = [try header.run(size)]
    var index = 0
    while index < blocks.count {
      var cursor = header.part(blocks[index], "an HDF5 object header")
      index += 1
      // Remaining bytes that are too few for a message are a gap.
      while cursor.end - cursor.position >= 8 {
        let type = Int(try cursor.number(UInt16.self))
        let size = Int(try cursor.number(UInt16.self))
        let flags = try cursor.number(UInt8.self)
        _ = try cursor.run(3)
        try add(
          HDF5Message(type: type, flags: flags, bytes: try cursor.run(size)), from: cursor, &blocks)
      }
    }
  }

  private mutating func readSecondVersion(at address: Int) throws(WeightError) {
    var header = try file.cursor(at: address, "an HDF5 object header")
    let mark = try header.run(4)
    guard header.bytes[mark].elementsEqual("OHDR".utf8), try header.number(UInt8.self) == 2 else {
      throw header.failure("there is no HDF5 object header here", at: mark.lowerBound)
    }
    let flags = try header.number(UInt8.self)
    if flags & 0x20 != 0 { _ = try header.run(16) }
    if flags & 0x10 != 0 { _ = try header.run(4) }
    let size: Int
    switch flags & 3 {
    case 0: size = Int(try header.number(UInt8.self))
    case 1: size = Int(try header.number(UInt16.self))
    case 2: size = Int(try header.number(UInt32.self))
    default: size = try header.count(UInt64.self)
    }
    var blocks = [try header.run(size)]
    var index = 0
    while index < blocks.count {
      var block = blocks[index]
      if index > 0 {
        // A mark comes before the messages, and a checksum after them.
        guard block.count >= 8, header.bytes[block].starts(with: "OCHK".utf8) else {
          throw header.failure("there is no HDF5 continuation here", at: block.lowerBound)
        }
        block = block.lowerBound + 4..<block.upperBound - 4
      }
      var cursor = header.part(block, "an HDF5 object header")
      index += 1
      let head = flags & 4 == 0 ? 4 : 6
      while cursor.end - cursor.position >= head {
        let type = Int(try cursor.number(UInt8.self))
        let size = Int(try cursor.number(UInt16.self))
        let messageFlags = try cursor.number(UInt8.self)
        if head == 6 { _ = try cursor.run(2) }
        try add(
          HDF5Message(type: type, flags: messageFlags, bytes: try cursor.run(size)), from: cursor,
          &blocks)
      }
    }
  }

  /// Keeps a message, and adds the block that a continuation points to.
  private mutating func add(
    _ message: HDF5Message, from cursor: ByteCursor, _ blocks: inout [Range<Int>]
  ) throws(WeightError) {
    guard messages.count < Self.mostMessages, blocks.count < Self.mostBlocks else {
      throw cursor.failure("an HDF5 object has more than \(Self.mostMessages) messages")
    }
    guard message.type == HDF5Message.continuation else {
      try file.spend(1)
      messages.append(message)
      return
    }
    var pointer = cursor.part(message.bytes, "an HDF5 continuation")
    let address = try file.address(&pointer)
    let size = try pointer.count(UInt64.self)
    let block = try file.cursor(at: address, size: size, "an HDF5 continuation")
    blocks.append(block.position..<block.end)
  }

  private func cursors(of type: Int, _ part: String) throws(WeightError) -> [ByteCursor] {
    var cursors: [ByteCursor] = []
    for message in messages where message.type == type {
      let whole = try file.cursor(at: 0, part)
      guard message.flags & 2 == 0 else {
        throw whole.failure(
          "shared messages are not supported; h5py writes none", at: message.bytes.lowerBound)
      }
      cursors.append(whole.part(message.bytes, part))
    }
    return cursors
  }

  // MARK: - Groups

  /// The names in a group, each with its object's address; none for a data set.
  func links() throws(WeightError) -> [(name: String, address: Int)] {
    var links: [(name: String, address: Int)] = []
    for var cursor in try cursors(of: HDF5Message.symbolTable, "an HDF5 symbol table") {
      let tree = try file.address(&cursor)
      links += try HDF5SymbolTable(tree: tree, heap: try file.address(&cursor), of: file).links
    }
    for var cursor in try cursors(of: HDF5Message.link, "an HDF5 link") {
      if let link = try hardLink(&cursor) { links.append(link) }
    }
    for var cursor in try cursors(of: HDF5Message.linkInfo, "an HDF5 group") {
      _ = try cursor.run(1)
      if try cursor.number(UInt8.self) & 1 != 0 { _ = try cursor.run(8) }
      guard try cursor.number(UInt64.self) == HDF5File.undefined else {
        throw cursor.failure(
          "the group is stored in HDF5's newer format; write the file with h5py's default libver")
      }
    }
    return links
  }

  private func hardLink(
    _ cursor: inout ByteCursor
  ) throws(WeightError) -> (name: String, address: Int)? {
    _ = try cursor.run(1)
    let flags = try cursor.number(UInt8.self)
    let type = flags & 8 != 0 ? try cursor.number(UInt8.self) : 0
    if flags & 4 != 0 { _ = try cursor.run(8) }
    if flags & 16 != 0 { _ = try cursor.run(1) }
    let length: Int
    switch flags & 3 {
    case 0: length = Int(try cursor.number(UInt8.self))
    case 1: length = Int(try cursor.number(UInt16.self))
    case 2: length = Int(try cursor.number(UInt32.self))
    default: length = try cursor.count(UInt64.self)
    }
    let name = try cursor.text(length)
    return type == 0 ? (name, try file.address(&cursor)) : nil
  }

  /// The object at a path of names; `nil` if there isn't one.
  func object(_ path: some Sequence<String>) throws(WeightError) -> HDF5Object? {
    var object = self
    for name in path {
      guard let link = try object.links().first(where: { $0.name == name }) else { return nil }
      object = try file.object(at: link.address)
    }
    return object
  }

  // MARK: - Attributes

  /// The texts of an attribute; `nil` if there is no such attribute, or it has no texts.
  func texts(_ name: String) throws(WeightError) -> [String]? {
    for var cursor in try cursors(of: HDF5Message.attribute, "an HDF5 attribute") {
      let attribute = try HDF5Attribute(&cursor)
      if attribute.name == name { return try attribute.texts(in: file) }
    }
    return nil
  }

  // MARK: - Data sets

  /// The numbers of a data set; `nil` for a group.
  func numbers() throws(WeightError) -> StoredNumbers? {
    guard var space = try cursors(of: HDF5Message.dataspace, "an HDF5 dataspace").first,
      var type = try cursors(of: HDF5Message.datatype, "an HDF5 datatype").first,
      var layout = try cursors(of: HDF5Message.layout, "an HDF5 layout").first
    else { return nil }
    for var filters in try cursors(of: HDF5Message.filters, "an HDF5 filter pipeline") {
      _ = try filters.run(1)
      guard try filters.number(UInt8.self) == 0 else {
        throw filters.failure("the data set is compressed; save the model without compression")
      }
    }
    let shape = try HDF5Dataspace(&space).extents
    let element = try HDF5Datatype(&type)
    guard let elementType = element.elementType else {
      throw type.failure("the data set must have little-endian floating-point numbers")
    }
    guard
      let size = TensorDescription(name: "", type: elementType, shape: shape).byteCount
    else { throw space.failure("the shape \(shape) is too large") }
    let version = try layout.number(UInt8.self)
    guard version == 3 || version == 4 else {
      throw layout.failure("HDF5 layout version \(version) is not supported; h5py writes 3")
    }
    let range: Range<Int>
    switch try layout.number(UInt8.self) {
    case 0: range = try layout.run(Int(try layout.number(UInt16.self)))
    case 1:
      let place = try layout.number(UInt64.self)
      let stored = try layout.count(UInt64.self)
      if size == 0 {
        range = layout.position..<layout.position
      } else {
        guard let start = Int(exactly: place) else {
          throw layout.failure("the data set of \(size) bytes was never written")
        }
        let content = try file.cursor(at: start, size: stored, "the data set")
        range = content.position..<content.end
      }
    default:
      throw layout.failure(
        "the data set is chunked; save the model without compression and chunks")
    }
    guard range.count == size else {
      throw layout.failure(
        "the data set has \(range.count) bytes, but its shape \(shape) needs \(size)")
    }
    return StoredNumbers(shape: shape, place: .file(file.file, range, elementType))
  }
}

/// A message of an object header, by its number and its position in the file.
struct HDF5Message {
  let type: Int
  let flags: UInt8
  let bytes: Range<Int>

  static let dataspace = 0x01
  static let linkInfo = 0x02
  static let datatype = 0x03
  static let link = 0x06
  static let layout = 0x08
  static let filters = 0x0b
  static let attribute = 0x0c
  static let continuation = 0x10
  static let symbolTable = 0x11
}
