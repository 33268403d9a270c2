/// Interprets the pickle of a state dict, and nothing else: it knows numbers, texts, tuples, lists,
/// dictionaries, and how tensors are made of storages.
///
/// Any other instruction, and any Python name other than those of ``PickleGlobal``, is refused. No
/// Python code runs: the effects of the known names are implemented here.
struct PickleMachine {
  var cursor: ByteCursor
  var heap = PickleHeap()
  private var stack: [PickleValue] = []
  /// The stack positions at which the open tuples, lists and dictionaries start.
  private var marks: [Int] = []
  private var memo: [Int: PickleValue] = [:]

  /// The maximum length of a pickle in bytes; VGG-19's has 5,000.
  static let longest = 1 << 22

  /// A machine for the pickle that begins at the start of `range`, and ends within it.
  init(_ bytes: UnsafeRawBufferPointer, in range: Range<Int>, file: String) {
    let range = range.prefix(Self.longest)
    cursor = ByteCursor(
      bytes, in: range.startIndex..<range.endIndex, of: "the pickle", file: file)
  }

  /// Runs to the end, and returns the pickled value.
  mutating func run() throws(WeightError) -> PickleValue {
    while true {
      let place = cursor.position
      let byte = try cursor.number(UInt8.self)
      guard let opcode = PickleOpcode(rawValue: byte) else {
        throw cursor.failure("unknown pickle instruction \(byte)", at: place)
      }
      if opcode == .stop { return try pop(at: place) }
      try perform(opcode, at: place)
    }
  }

  private mutating func perform(_ opcode: PickleOpcode, at place: Int) throws(WeightError) {
    switch opcode {
    case .proto:
      let version = try cursor.number(UInt8.self)
      guard (2...5).contains(version) else {
        throw cursor.failure("pickle protocol \(version) is not supported, only 2 to 5", at: place)
      }
    case .frame: _ = try cursor.run(8)
    // Numbers and text
    case .none: stack.append(.none)
    case .newtrue: stack.append(.boolean(true))
    case .newfalse: stack.append(.boolean(false))
    case .binint: stack.append(.integer(Int(try cursor.number(Int32.self))))
    case .binint1: stack.append(.integer(Int(try cursor.number(UInt8.self))))
    case .binint2: stack.append(.integer(Int(try cursor.number(UInt16.self))))
    case .long1: try pushInteger(of: Int(try cursor.number(UInt8.self)))
    case .long4: try pushInteger(of: try cursor.count(Int32.self))
    case .binfloat: try pushOpaque(of: 8)
    case .shortBinbytes: try pushOpaque(of: Int(try cursor.number(UInt8.self)))
    case .binbytes: try pushOpaque(of: try cursor.count(UInt32.self))
    case .binbytes8: try pushOpaque(of: try cursor.count(UInt64.self))
    case .shortBinstring, .shortBinunicode:
      stack.append(.text(try cursor.text(Int(try cursor.number(UInt8.self)))))
    case .binstring: stack.append(.text(try cursor.text(try cursor.count(Int32.self))))
    case .binunicode: stack.append(.text(try cursor.text(try cursor.count(UInt32.self))))
    case .binunicode8: stack.append(.text(try cursor.text(try cursor.count(UInt64.self))))
    // Tuples, lists and dictionaries
    case .mark: marks.append(stack.count)
    case .emptyTuple: pushTuple([])
    case .tuple1: pushTuple(try pop(1, at: place))
    case .tuple2: pushTuple(try pop(2, at: place))
    case .tuple3: pushTuple(try pop(3, at: place))
    case .tuple: pushTuple(try popToMark(at: place))
    case .emptyList: pushList([])
    case .list: pushList(try popToMark(at: place))
    case .append: try append(try pop(1, at: place), at: place)
    case .appends: try append(try popToMark(at: place), at: place)
    case .emptyDict: pushDictionary()
    case .dict:
      let items = try popToMark(at: place)
      pushDictionary()
      try set(items, at: place)
    case .setitem: try set(try pop(2, at: place), at: place)
    case .setitems: try set(try popToMark(at: place), at: place)
    // Memoised values
    case .memoize: memo[memo.count] = try top(at: place)
    case .binput: memo[Int(try cursor.number(UInt8.self))] = try top(at: place)
    case .longBinput: memo[Int(try cursor.number(UInt32.self))] = try top(at: place)
    case .binget: try recall(Int(try cursor.number(UInt8.self)), at: place)
    case .longBinget: try recall(Int(try cursor.number(UInt32.self)), at: place)
    // Python names, and the results of calling them
    case .global: try pushGlobal(try cursor.line(), try cursor.line(), at: place)
    case .stackGlobal:
      let names = try pop(2, at: place)
      guard case .text(let module) = names[0], case .text(let name) = names[1] else {
        throw cursor.failure("a global's names must be strings", at: place)
      }
      try pushGlobal(module, name, at: place)
    case .binpersid: stack.append(try storage(try pop(at: place), at: place))
    case .reduce:
      let call = try pop(2, at: place)
      stack.append(try apply(call[0], to: call[1], at: place))
    case .build:
      let state = try pop(at: place)
      try check(state, isStateOf: try top(at: place), at: place)
    case .stop, .pop, .popMark, .dup, .float, .int, .long, .persid, .string, .unicode, .get, .inst,
      .obj, .put, .newobj, .ext1, .ext2, .ext4, .emptySet, .additems, .frozenset, .newobjEx,
      .bytearray8, .nextBuffer, .readonlyBuffer:
      throw cursor.failure(
        "the pickle has the instruction \(opcode.name), which no state dict needs; "
          + Self.advice, at: place)
    }
  }

  /// The advice for a file that contains more than tensors.
  static let advice = "save only the tensors: torch.save(model.state_dict(), path)"

  // MARK: - The stack

  private mutating func pop(at place: Int) throws(WeightError) -> PickleValue {
    guard stack.count > marks.last ?? 0, let value = stack.popLast() else {
      throw cursor.failure("the pickle pops a value, but the stack is empty", at: place)
    }
    return value
  }

  private mutating func pop(_ count: Int, at place: Int) throws(WeightError) -> [PickleValue] {
    guard stack.count - count >= marks.last ?? 0 else {
      throw cursor.failure("the pickle pops \(count) values, but the stack has fewer", at: place)
    }
    defer { stack.removeLast(count) }
    return Array(stack.suffix(count))
  }

  private mutating func popToMark(at place: Int) throws(WeightError) -> [PickleValue] {
    guard let mark = marks.popLast() else {
      throw cursor.failure("the pickle pops to a mark, but there is none", at: place)
    }
    defer { stack.removeSubrange(mark...) }
    return Array(stack[mark...])
  }

  private func top(at place: Int) throws(WeightError) -> PickleValue {
    guard stack.count > marks.last ?? 0, let value = stack.last else {
      throw cursor.failure("the pickle uses a value, but the stack is empty", at: place)
    }
    return value
  }

  private mutating func recall(_ index: Int, at place: Int) throws(WeightError) {
    guard let value = memo[index] else {
      throw cursor.failure(
        "the pickle reads memo entry \(index), which it has not stored", at: place)
    }
    stack.append(value)
  }

  // MARK: - Values

  /// Reads an integer of `count` bytes, in two's complement, the lowest byte first.
  private mutating func pushInteger(of count: Int) throws(WeightError) {
    let bytes = cursor.bytes[try cursor.run(count)]
    guard count <= 8 else { return stack.append(.opaque) }
    var value = bytes.last.map { $0 >= 0x80 } == true ? -1 : 0
    for byte in bytes.reversed() { value = value << 8 | Int(byte) }
    stack.append(.integer(value))
  }

  private mutating func pushOpaque(of count: Int) throws(WeightError) {
    _ = try cursor.run(count)
    stack.append(.opaque)
  }

  private mutating func pushTuple(_ values: [PickleValue]) {
    stack.append(.tuple(heap.sequences.count))
    heap.sequences.append(values)
  }

  private mutating func pushList(_ values: [PickleValue]) {
    stack.append(.list(heap.sequences.count))
    heap.sequences.append(values)
  }

  private mutating func pushDictionary() {
    stack.append(.dictionary(heap.dictionaries.count))
    heap.dictionaries.append([])
  }

  private mutating func append(_ values: [PickleValue], at place: Int) throws(WeightError) {
    guard case .list(let index) = try top(at: place) else {
      throw cursor.failure("the pickle appends to \(try top(at: place).inWords)", at: place)
    }
    heap.sequences[index] += values
  }

  private mutating func set(_ items: [PickleValue], at place: Int) throws(WeightError) {
    guard case .dictionary(let index) = try top(at: place) else {
      throw cursor.failure("the pickle sets items of \(try top(at: place).inWords)", at: place)
    }
    guard items.count.isMultiple(of: 2) else {
      throw cursor.failure("a dictionary's last key has no value", at: place)
    }
    for item in stride(from: 0, to: items.count, by: 2) {
      heap.dictionaries[index].append((items[item], items[item + 1]))
    }
  }

  private mutating func pushGlobal(
    _ module: String, _ name: String, at place: Int
  ) throws(WeightError) {
    guard let global = PickleGlobal(module, name) else {
      throw cursor.failure(
        "the pickle asks for \(quoted("\(module).\(name)")), but only tensors, dictionaries, "
          + "numbers and strings are read, and nothing is executed; \(Self.advice)", at: place)
    }
    stack.append(.global(global))
  }
}
