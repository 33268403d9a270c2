/// A value of Python source, of JSON, or of Python's printed output.
indirect enum PythonValue {
  case integer(Int)
  case number(Double)
  case text(String)
  case truth(Bool)
  case none
  /// The name of something else: `model`, `nn.ReLU`.
  case name(String)
  case list([PythonNode])
  case tuple([PythonNode])
  case dictionary([PythonPair])
  case call(PythonCall)
}

/// A value with its position.
struct PythonNode {
  let value: PythonValue
  /// The value's UTF-8 offsets in the file.
  let range: Range<Int>
}

struct PythonPair {
  let key: PythonNode
  let value: PythonNode
}

/// `nn.Conv2d(3, 64, kernel_size=3)`.
struct PythonCall {
  /// The function's name with its qualifiers: `nn.Conv2d`.
  let function: String
  let arguments: [PythonArgument]

  /// `Conv2d`.
  var name: String { function.split(separator: ".").last.map(String.init) ?? function }
}

struct PythonArgument {
  /// The argument's name; `nil` for a positional argument.
  let name: String?
  let value: PythonNode
}

extension PythonNode {
  var integer: Int? { if case .integer(let value) = value { value } else { nil } }

  var number: Double? {
    switch value {
    case .integer(let value): Double(value)
    case .number(let value): value
    case .text, .truth, .none, .name, .list, .tuple, .dictionary, .call: nil
    }
  }

  var text: String? { if case .text(let value) = value { value } else { nil } }

  var truth: Bool? { if case .truth(let value) = value { value } else { nil } }

  /// The items of a list or a tuple.
  var items: [PythonNode]? {
    switch value {
    case .list(let items), .tuple(let items): items
    case .integer, .number, .text, .truth, .none, .name, .dictionary, .call: nil
    }
  }

  /// A number, or two equal ones: `3`, `(3, 3)`.
  var square: Int? {
    if let integer { return integer }
    guard let items, let first = items.first?.integer,
      items.allSatisfy({ $0.integer == first }), items.count <= 2
    else { return nil }
    return first
  }

  /// Values by name, from `{"a": 1}` or `dict(a=1)`.
  var fields: [String: PythonNode]? {
    switch value {
    case .dictionary(let pairs):
      var fields: [String: PythonNode] = [:]
      for pair in pairs { if let key = pair.key.text { fields[key] = pair.value } }
      return fields
    case .call(let call) where call.function == "dict":
      var fields: [String: PythonNode] = [:]
      for argument in call.arguments {
        if let name = argument.name { fields[name] = argument.value }
      }
      return fields
    case .integer, .number, .text, .truth, .none, .name, .list, .tuple, .call: return nil
    }
  }

  var isNone: Bool { if case .none = value { true } else { false } }
}
