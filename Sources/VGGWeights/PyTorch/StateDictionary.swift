/// The dictionary of tensors in a pickle: the pickled value itself, or one within a checkpoint.
struct StateDictionary {
  private let heap: PickleHeap
  private let cursor: ByteCursor
  private let tensors: [(name: String, tensor: PickledTensor)]
  private let remarks: [WeightRemark]

  private static let deepestCheckpoint = 4

  /// Finds the dictionary in `root`; `cursor` provides the file's name for messages.
  init(_ root: PickleValue, in heap: PickleHeap, at cursor: ByteCursor) throws(WeightError) {
    self.heap = heap
    self.cursor = cursor
    var path: [String] = []
    var skipped: [String] = []
    guard case .dictionary(var index) = root else {
      throw Self.failure(
        "it holds \(root.inWords), not a dictionary of tensors; \(PickleMachine.advice)", cursor)
    }
    let checkpoints = CheckpointEntries(heap)
    while path.count < Self.deepestCheckpoint,
      let inner = try checkpoints.entry(of: index, at: cursor)
    {
      path.append(inner.key)
      skipped += inner.beside
      index = inner.index
    }
    var tensors: [(name: String, tensor: PickledTensor)] = []
    var others: [String] = []
    var kinds: [String] = []
    for (key, value) in heap.dictionaries[index] {
      let name: String? = if case .text(let text) = key { text } else { nil }
      guard case .tensor(let index) = value else {
        others.append(name ?? key.inWords)
        kinds.append(name.map { "\(quoted($0)) (\(value.inWords))" } ?? key.inWords)
        continue
      }
      let tensor = heap.tensors[index]
      guard let name else {
        throw cursor.failure(
          "a tensor's name must be a string, not \(key.inWords)", at: tensor.place)
      }
      tensors.append((name, tensor))
    }
    guard !tensors.isEmpty || others.isEmpty else {
      throw Self.failure(
        "it holds no dictionary of tensors, but \(Self.listed(kinds)); \(PickleMachine.advice)",
        cursor)
    }
    self.tensors = tensors
    var remarks: [WeightRemark] = []
    if !path.isEmpty { remarks.append(.readUnder(path)) }
    if !skipped.isEmpty { remarks.append(.leftOut(skipped)) }
    if !others.isEmpty { remarks.append(.notTensors(others)) }
    self.remarks = remarks
  }

  /// The tensors with their places in the file.
  ///
  /// - Throws: `WeightError` if a tensor exceeds its storage, a name occurs twice, or tensors that
  ///   share storages are together much larger than the file.
  func directory(_ storages: StorageTable, fileSize: Int) throws(WeightError) -> TensorDirectory {
    var stored: [StoredTensor] = []
    var names: Set<String> = []
    var room = max(fileSize, 1 << 20) * Self.mostUses
    for (name, tensor) in tensors {
      guard names.insert(name).inserted else {
        throw cursor.failure("tensor \(quoted(name)) appears twice", at: tensor.place)
      }
      let place = try place(of: tensor, called: name, in: storages.ranges[tensor.storage])
      room -= place.description.byteCount ?? 0
      guard room >= 0 else {
        throw cursor.failure(
          "the tensors share storages so often that together they exceed \(Self.mostUses) times "
            + "the file's size", at: tensor.place)
      }
      stored.append(place)
    }
    return TensorDirectory(stored, remarks: remarks)
  }

  /// The maximum total size of the tensors, as a multiple of the file's size: otherwise a few bytes
  /// viewed as many tensors would fill any memory.
  private static let mostUses = 16

  /// The tensor's place; every element must be within `storage`.
  private func place(
    of tensor: PickledTensor, called name: String, in storage: Range<Int>
  ) throws(WeightError) -> StoredTensor {
    func failure(_ reason: String) -> WeightError {
      cursor.failure("tensor \(quoted(name)) \(reason)", at: tensor.place)
    }
    let description = TensorDescription(name: name, type: tensor.type, shape: tensor.shape)
    guard description.byteCount != nil, let length = Self.length(of: tensor) else {
      throw failure("of \(text(of: tensor.shape)) does not fit in 64 bits")
    }
    let available = storage.count / tensor.type.byteCount
    guard length <= available else {
      throw failure(
        "of \(text(of: tensor.shape)) exceeds its storage: it ends at element \(length) of "
          + "\(available)")
    }
    return StoredTensor(
      description, at: storage.lowerBound + tensor.offset * tensor.type.byteCount,
      strides: tensor.strides)
  }

  /// The number of elements that a storage must have for the tensor; `nil` if it exceeds 64 bits.
  private static func length(of tensor: PickledTensor) -> Int? {
    guard !tensor.shape.contains(0) else { return tensor.offset }
    var last = tensor.offset
    for (extent, stride) in zip(tensor.shape, tensor.strides) {
      let (way, overflow) = (extent - 1).multipliedReportingOverflow(by: stride)
      let (sum, carry) = last.addingReportingOverflow(way)
      guard !overflow, !carry else { return nil }
      last = sum
    }
    return last == .max ? nil : last + 1
  }

  static func listed(_ names: [String]) -> String {
    let shown = names.prefix(5).joined(separator: ", ")
    return names.count > 5 ? shown + " and \(names.count - 5) more" : shown
  }

  private static func failure(_ reason: String, _ cursor: ByteCursor) -> WeightError {
    WeightError(.malformed, file: cursor.file, reason)
  }
}
