/// A statement of Python.
indirect enum PythonStatement: Hashable, Sendable {
  /// For example: `self.avgpool = nn.AdaptiveAvgPool2d((7, 7))`.
  case assignment(String, PythonExpression, comment: String? = nil)
  case `return`(PythonExpression)
  case expression(PythonExpression)
  /// For example: `for module in self.modules():`.
  case forEach(String, in: PythonExpression, [PythonStatement])
  /// `if` and each `elif` with its condition.
  case conditional([PythonBranch])
}

/// What is done under a condition.
struct PythonBranch: Hashable, Sendable {
  var condition: PythonExpression
  var body: [PythonStatement]
}
