/// What a pickle's values hold.
struct PickleHeap {
  /// Of tuples and lists.
  var sequences: [[PickleValue]] = []
  /// Keys and values in the order in which they were set.
  var dictionaries: [[(key: PickleValue, value: PickleValue)]] = []
  var storages: [PickledStorage] = []
  var tensors: [PickledTensor] = []
  /// How many items of lists have become items of dictionaries.
  var copiedItems = 0

  static let mostCopiedItems = 1 << 20
}

/// A run of elements that lies outside the pickle.
struct PickledStorage {
  /// Where the file says that it uses it, in bytes from the file's start.
  let place: Int
  let key: String
  let type: ElementType
  /// How many elements the storage called `key` has.
  let wholeCount: Int
  /// Which of them this is.
  let elements: Range<Int>
}

/// Elements of a storage, seen as a tensor.
struct PickledTensor {
  /// Where the file asks for it, in bytes from the file's start.
  let place: Int
  /// A place in ``PickleHeap/storages``.
  let storage: Int
  let type: ElementType
  /// Of the element whose indices are all 0, in elements of `type` from the storage's start.
  let offset: Int
  let shape: [Int]
  let strides: [Int]
}
