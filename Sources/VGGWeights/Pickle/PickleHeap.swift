/// The values of a pickle that contain other values.
struct PickleHeap {
  /// Tuples and lists.
  var sequences: [[PickleValue]] = []
  /// Keys and values in the order of insertion.
  var dictionaries: [[(key: PickleValue, value: PickleValue)]] = []
  var storages: [PickledStorage] = []
  var tensors: [PickledTensor] = []
  /// The number of list items that have been copied into dictionaries.
  var copiedItems = 0

  static let mostCopiedItems = 1 << 20
}

/// A run of elements that is stored outside the pickle.
struct PickledStorage {
  /// The place in the file where it is referenced, in bytes from the file's start.
  let place: Int
  let key: String
  let type: ElementType
  /// The number of elements of the storage called `key`.
  let wholeCount: Int
  /// The elements that this run contains.
  let elements: Range<Int>
}

/// Elements of a storage, viewed as a tensor.
struct PickledTensor {
  /// The place in the file where it is referenced, in bytes from the file's start.
  let place: Int
  /// An index of ``PickleHeap/storages``.
  let storage: Int
  let type: ElementType
  /// The position of the element whose indices are all 0, in elements of `type` from the storage's
  /// start.
  let offset: Int
  let shape: [Int]
  let strides: [Int]
}
