import VGGFiles

/// Reads the format of torch.save before PyTorch 1.6: the pickles of a signature, of a version, of
/// the machine's traits, of the object, and of the storages' keys; then each storage, preceded by
/// its count.
enum PyTorchStream {
  /// The only existing version.
  private static let version = 1001

  /// The tensors of `file`, which has the content `bytes` and starts with the signature of such
  /// files.
  static func directory(
    _ bytes: UnsafeRawBufferPointer, file: String
  ) throws(WeightError) -> TensorDirectory {
    var position = FileFormat.pyTorchStreamMark.count
    func unpickle() throws(WeightError) -> (value: PickleValue, machine: PickleMachine) {
      var machine = PickleMachine(bytes, in: position..<bytes.count, file: file)
      let value = try machine.run()
      position = machine.cursor.position
      return (value, machine)
    }
    let versionPlace = position
    guard case .integer(version) = try unpickle().value else {
      throw WeightError(
        .malformed, file: file, offset: versionPlace, "the stream's version is not \(version)")
    }
    let traitsPlace = position
    let traits = try unpickle()
    guard isLittleEndian(traits.value, traits.machine.heap) else {
      throw WeightError(
        .malformed, file: file, offset: traitsPlace,
        "the numbers must be in little-endian byte order; save the file again on another machine")
    }
    let (root, machine) = try unpickle()
    let keysPlace = position
    let keys = try unpickle()
    guard case .list(let index) = keys.value else {
      throw WeightError(
        .malformed, file: file, offset: keysPlace, "the storages' keys must be a list")
    }
    let wholes = try storages(
      keys.machine.heap.sequences[index], of: machine.heap,
      ByteCursor(bytes, in: position..<bytes.count, of: "the list of storages", file: file))
    let table = try StorageTable(machine.heap.storages, file: file) {
      (storage) throws(WeightError) in
      guard let whole = wholes[storage.key] else {
        throw machine.cursor.failure(
          "the pickle asks for storage \(quoted(storage.key)), which is not in the file",
          at: storage.place)
      }
      return whole
    }
    return try StateDictionary(root, in: machine.heap, at: machine.cursor).directory(
      table, fileSize: bytes.count)
  }

  private static func isLittleEndian(_ traits: PickleValue, _ heap: PickleHeap) -> Bool {
    guard case .dictionary(let index) = traits else { return false }
    return heap.dictionaries[index].contains {
      if case (.text("little_endian"), .boolean(true)) = $0 { true } else { false }
    }
  }

  /// The range of each storage's elements, by key; they follow each other in the order of `keys`.
  private static func storages(
    _ keys: [PickleValue], of heap: PickleHeap, _ start: ByteCursor
  ) throws(WeightError) -> [String: Range<Int>] {
    let types = Dictionary(heap.storages.map { ($0.key, $0.type) }) { first, _ in first }
    var cursor = start
    var wholes: [String: Range<Int>] = [:]
    for key in keys {
      let place = cursor.position
      guard case .text(let key) = key, let type = types[key] else {
        throw cursor.failure("the file lists a storage that the pickle does not use", at: place)
      }
      let count = try cursor.count(Int64.self)
      let (size, overflow) = count.multipliedReportingOverflow(by: type.byteCount)
      guard !overflow else {
        throw cursor.failure("storage \(quoted(key)) cannot have \(count) elements", at: place)
      }
      guard wholes.updateValue(try cursor.run(size), forKey: key) == nil else {
        throw cursor.failure("storage \(quoted(key)) appears twice", at: place)
      }
    }
    guard cursor.position == cursor.end else {
      throw cursor.failure("the last \(cursor.end - cursor.position) bytes belong to no storage")
    }
    return wholes
  }
}
