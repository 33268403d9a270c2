/// The search for the dictionary of a checkpoint that has the model's tensors.
struct CheckpointEntries {
  private let heap: PickleHeap
  /// Whether each dictionary has a tensor.
  private let holdsTensors: [Bool]
  /// Whether each dictionary, or a dictionary in it, has a tensor that is not a single number.
  private let holdsWeights: [Bool]

  /// The usual keys of a model's state dict in checkpoints, the most common first.
  private static let usualKeys = ["state_dict", "model_state_dict", "model", "net", "network"]

  /// A dictionary within another.
  private struct Entry {
    let key: String
    let index: Int
  }

  /// Examines every dictionary of `heap` once, since the same one may be under many keys.
  init(_ heap: PickleHeap) {
    self.heap = heap
    holdsTensors = heap.dictionaries.map { dictionary in
      dictionary.contains { if case .tensor = $0.value { true } else { false } }
    }
    let holdsWeights = heap.dictionaries.map { dictionary in
      dictionary.contains { entry in
        if case .tensor(let tensor) = entry.value {
          !heap.tensors[tensor].shape.isEmpty
        } else {
          false
        }
      }
    }
    self.holdsWeights = zip(heap.dictionaries, holdsWeights).map { dictionary, holds in
      holds
        || dictionary.contains { entry in
          if case (.text, .dictionary(let inner)) = entry { holdsWeights[inner] } else { false }
        }
    }
  }

  /// The dictionary within dictionary `index` that has the model's tensors, and the names of the others that also have
  /// tensors; `nil` if dictionary `index` itself is the one.
  ///
  /// - Parameter cursor: Provides the file's name for the message.
  /// - Throws: `WeightError` if the choice among several is ambiguous.
  func entry(
    of index: Int, at cursor: ByteCursor
  ) throws(WeightError) -> (key: String, index: Int, beside: [String])? {
    let entries = entries(of: index)
    let holders = entries.filter { holdsWeights[$0.index] }
    let usualEntries = Self.usualKeys.compactMap { key in entries.first { $0.key == key } }
    if let usual = usualEntries.first(where: { holdsWeights[$0.index] })
      ?? (holders.isEmpty ? usualEntries.first : nil)
    {
      return (usual.key, usual.index, holders.map(\.key).filter { $0 != usual.key })
    }
    guard !holdsTensors[index], let first = holders.first else { return nil }
    // Given weights and their running average, training continues from the weights.
    let weights = holders.filter { !$0.key.split(separator: "_").contains("ema") }
    guard weights.count == 1 || holders.count == 1 else {
      throw WeightError(
        .malformed, file: cursor.file,
        "it holds several dictionaries of tensors, \(StateDictionary.listed(holders.map { quoted($0.key) })), so the right "
          + "one is unknown; save one alone: torch.save(torch.load(path)[\(quoted(first.key))], 'one.pth')"
      )
    }
    let chosen = weights.first ?? first
    return (chosen.key, chosen.index, holders.map(\.key).filter { $0 != chosen.key })
  }

  private func entries(of index: Int) -> [Entry] {
    heap.dictionaries[index].compactMap { entry in
      guard case (.text(let key), .dictionary(let inner)) = entry, !heap.dictionaries[inner].isEmpty
      else { return nil }
      return Entry(key: key, index: inner)
    }
  }
}
