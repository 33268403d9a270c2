/// A Python expression.
indirect enum PythonExpression: Hashable, Sendable {
  /// For example: `nn.Conv2d`, or `module.bias is not None`.
  case name(String)
  case integer(Int)
  /// For example: `0.0005`.
  case number(Double)
  /// The string's value; the renderer escapes it.
  case string(String)
  case boolean(Bool)
  case none
  /// For example: `(7, 7)`.
  case tuple([PythonExpression])
  case list([PythonExpression])
  /// For example: `{"relu1_2": relu1_2}`.
  case dictionary([PythonPair])
  /// For example: `nn.Conv2d(3, 64, kernel_size=3, padding=1)`.
  case call(String, [PythonArgument])

  /// A call without labels.
  static func call(_ name: String, _ values: PythonExpression...) -> PythonExpression {
    .call(name, values.map { PythonArgument($0) })
  }
}

/// A key of a dictionary with its value.
struct PythonPair: Hashable, Sendable {
  var key: PythonExpression
  var value: PythonExpression
}

extension PythonPair {
  /// A pair whose key is a string.
  init(_ key: String, _ value: PythonExpression) {
    self.init(key: .string(key), value: value)
  }
}

/// An argument of a call, with its keyword if it has one.
struct PythonArgument: Hashable, Sendable {
  var keyword: String?
  var value: PythonExpression
  /// The comment on the argument; a call that has such an argument puts each argument on its own line.
  var comment: String?

  init(_ value: PythonExpression, comment: String? = nil) {
    self.value = value
    self.comment = comment
  }

  init(_ keyword: String, _ value: PythonExpression) {
    self.keyword = keyword
    self.value = value
  }
}
