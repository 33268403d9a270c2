/// A value on a pickle machine's stack.
///
/// Values that contain others are indices of the machine's lists, so that values may share and even
/// contain each other, and nothing is nested in memory.
enum PickleValue {
  case none
  case boolean(Bool)
  case integer(Int)
  case text(String)
  /// A number or bytes that no tensor needs.
  case opaque
  /// An index of ``PickleHeap/sequences``.
  case tuple(Int)
  case list(Int)
  /// An index of ``PickleHeap/dictionaries``.
  case dictionary(Int)
  /// An index of ``PickleHeap/storages``.
  case storage(Int)
  /// An index of ``PickleHeap/tensors``.
  case tensor(Int)
  case global(PickleGlobal)

  /// The name of the value's kind in messages.
  var inWords: String {
    switch self {
    case .none: "None"
    case .boolean: "a boolean"
    case .integer: "a whole number"
    case .text: "a string"
    case .opaque: "a number or bytes"
    case .tuple: "a tuple"
    case .list: "a list"
    case .dictionary: "a dictionary"
    case .storage: "a storage"
    case .tensor: "a tensor"
    case .global: "a function or a type"
    }
  }
}
