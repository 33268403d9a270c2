/// Calls of the known Python names.
extension PickleMachine {
  /// The result of calling `callee` with `arguments`.
  mutating func apply(
    _ callee: PickleValue, to arguments: PickleValue, at place: Int
  ) throws(WeightError) -> PickleValue {
    guard case .global(let global) = callee else {
      throw cursor.failure("the pickle calls \(callee.inWords)", at: place)
    }
    guard case .tuple(let index) = arguments else {
      throw cursor.failure("a call's arguments must be a tuple", at: place)
    }
    let arguments = heap.sequences[index]
    switch global {
    case .orderedDictionary: return try orderedDictionary(arguments, at: place)
    case .rebuildTensor(let version): return try tensor(arguments, version, at: place)
    case .rebuildParameter:
      guard (3...4).contains(arguments.count), case .tensor = arguments[0] else {
        throw cursor.failure("a parameter must be made from a tensor", at: place)
      }
      return arguments[0]
    case .size:
      guard arguments.count == 1, case .tuple = arguments[0] else {
        throw cursor.failure("torch.Size must be made from a tuple", at: place)
      }
      return arguments[0]
    case .storage, .untypedStorage, .type:
      throw cursor.failure("the pickle calls a type, which no state dict needs", at: place)
    }
  }

  /// An empty dictionary, or one made of a list of pairs, as Python 2 wrote them.
  private mutating func orderedDictionary(
    _ arguments: [PickleValue], at place: Int
  ) throws(WeightError) -> PickleValue {
    var items: [(key: PickleValue, value: PickleValue)] = []
    if let argument = arguments.first {
      guard arguments.count == 1, let pairs = sequence(argument) else {
        throw cursor.failure("an OrderedDict must be made from a list of pairs", at: place)
      }
      // A list can be used repeatedly, and each dictionary has its own copy of the items.
      heap.copiedItems += pairs.count
      guard heap.copiedItems <= PickleHeap.mostCopiedItems else {
        throw cursor.failure("the pickle copies too many items into OrderedDicts", at: place)
      }
      for pair in pairs {
        guard let pair = sequence(pair), pair.count == 2 else {
          throw cursor.failure("an OrderedDict must be made from a list of pairs", at: place)
        }
        items.append((pair[0], pair[1]))
      }
    }
    heap.dictionaries.append(items)
    return .dictionary(heap.dictionaries.count - 1)
  }

  private mutating func tensor(
    _ arguments: [PickleValue], _ version: PickleGlobal.TensorRebuild, at place: Int
  ) throws(WeightError) -> PickleValue {
    let counts =
      switch version {
      case .first: 4...4
      case .second: 6...7
      case .third: 7...8
      }
    guard counts.contains(arguments.count), case .storage(let storage) = arguments[0],
      case .integer(let offset) = arguments[1], let shape = integers(arguments[2]),
      let strides = integers(arguments[3])
    else {
      throw cursor.failure(
        "a tensor must be made from a storage, an offset, a shape and strides", at: place)
    }
    var type = heap.storages[storage].type
    if version == .third {
      guard case .global(.type(let stated)) = arguments[6] else {
        throw cursor.failure("the tensor's type is unknown", at: place)
      }
      type = stated
    }
    let hasMetadata = version != .first && arguments.count == counts.upperBound
    if hasMetadata, let metadata = arguments.last, !isEmpty(metadata) {
      throw cursor.failure(
        "the tensor is a negated or conjugate view of its storage; save tensor.resolve_neg() or "
          + "tensor.resolve_conj() instead", at: place)
    }
    guard offset >= 0, shape.allSatisfy({ $0 >= 0 }), strides.allSatisfy({ $0 >= 0 }),
      shape.count == strides.count
    else {
      throw cursor.failure(
        "a tensor cannot have offset \(offset), shape \(shape) and strides \(strides)", at: place)
    }
    heap.tensors.append(
      PickledTensor(
        place: place, storage: storage, type: type, offset: offset, shape: shape,
        strides: strides))
    return .tensor(heap.tensors.count - 1)
  }

  /// The storage named by `identifier`, a persistent id of torch.save: `("storage", type, key,
  /// location, count)`; in streams it also has the part of the storage that is meant.
  mutating func storage(
    _ identifier: PickleValue, at place: Int
  ) throws(WeightError) -> PickleValue {
    guard let parts = sequence(identifier), case .text(let kind)? = parts.first else {
      throw cursor.failure("the pickle refers to something other than a storage", at: place)
    }
    guard kind == "storage" else {
      throw cursor.failure(
        "the pickle holds a \(quoted(kind)), which includes Python code; \(Self.advice)", at: place)
    }
    guard (5...6).contains(parts.count), case .global(let global) = parts[1],
      case .text(let key) = parts[2], case .integer(let count) = parts[4], count >= 0
    else {
      throw cursor.failure("a storage must have a type, a key and a count", at: place)
    }
    let type: ElementType
    switch global {
    case .storage(let stated): type = stated
    case .untypedStorage: type = .uint8
    case .orderedDictionary, .rebuildTensor, .rebuildParameter, .size, .type:
      throw cursor.failure("a storage must have a type, a key and a count", at: place)
    }
    heap.storages.append(
      PickledStorage(
        place: place, key: key, type: type, wholeCount: count,
        elements: try elements(parts, of: count, at: place)))
    return .storage(heap.storages.count - 1)
  }

  /// The elements of a storage of `count` that an identifier means: `(key, offset, count)` is a
  /// part.
  private func elements(
    _ identifier: [PickleValue], of count: Int, at place: Int
  ) throws(WeightError) -> Range<Int> {
    guard identifier.count == 6, !isNone(identifier[5]) else { return 0..<count }
    guard let view = sequence(identifier[5]), view.count == 3, case .integer(let start) = view[1],
      case .integer(let length) = view[2], start >= 0, length >= 0, start <= count,
      length <= count - start
    else {
      throw cursor.failure("part of a storage exceeds its \(count) elements", at: place)
    }
    return start..<start + length
  }

  /// Checks that BUILD sets attributes of an ordered dictionary, such as a state dict's
  /// `_metadata`, which are ignored.
  func check(
    _ state: PickleValue, isStateOf value: PickleValue, at place: Int
  ) throws(WeightError) {
    guard case .dictionary = value, case .dictionary = state else {
      throw cursor.failure(
        "the pickle changes \(value.inWords) by \(state.inWords), which no state dict needs; "
          + Self.advice, at: place)
    }
  }

  // MARK: - Reading values

  private func sequence(_ value: PickleValue) -> [PickleValue]? {
    switch value {
    case .tuple(let index), .list(let index): heap.sequences[index]
    case .none, .boolean, .integer, .text, .opaque, .dictionary, .storage, .tensor, .global: nil
    }
  }

  /// PyTorch's own limit.
  private static let mostAxes = 64

  private func integers(_ value: PickleValue) -> [Int]? {
    guard let values = sequence(value), values.count <= Self.mostAxes else { return nil }
    var integers: [Int] = []
    for value in values {
      guard case .integer(let integer) = value else { return nil }
      integers.append(integer)
    }
    return integers
  }

  private func isNone(_ value: PickleValue) -> Bool {
    if case .none = value { true } else { false }
  }

  private func isEmpty(_ value: PickleValue) -> Bool {
    switch value {
    case .none: true
    case .dictionary(let index): heap.dictionaries[index].isEmpty
    case .boolean, .integer, .text, .opaque, .tuple, .list, .storage, .tensor, .global: false
    }
  }
}
