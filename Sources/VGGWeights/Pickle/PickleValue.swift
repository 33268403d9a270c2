/// What stands on a pickle machine's stack.
///
/// Whatever holds others is a place in the machine's lists, so that values may share and even hold
/// each other, and nothing nests in memory.
enum PickleValue {
  case none
  case boolean(Bool)
  case integer(Int)
  case text(String)
  /// A number or bytes that no tensor needs.
  case opaque
  /// A place in ``PickleHeap/sequences``.
  case tuple(Int)
  case list(Int)
  /// A place in ``PickleHeap/dictionaries``.
  case dictionary(Int)
  /// A place in ``PickleHeap/storages``.
  case storage(Int)
  /// A place in ``PickleHeap/tensors``.
  case tensor(Int)
  case global(PickleGlobal)

  /// What it is called in messages.
  var inWords: String {
    switch self {
    case .none: "None"
    case .boolean: "a boolean"
    case .integer: "a whole number"
    case .text: "a text"
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
