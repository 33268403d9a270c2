/// A Python statement.
indirect enum PythonStatement {
  /// For example: `self.avgpool = nn.AdaptiveAvgPool2d((7, 7))`.
  case assignment(String, PythonExpression, comment: String? = nil)
  /// For example: `mean: list[float]`, the field of a named tuple.
  case field(String, type: String)
  /// A call with each argument on its own line, made one by one while they are printed.
  ///
  /// For example: `self.features = nn.Sequential(`, its modules, and `)`.
  case longCall(String, String, AnySequence<PythonArgument>)
  case `return`(PythonExpression)
  case expression(PythonExpression)
  /// For example: `for module in self.modules():`.
  case forEach(String, in: PythonExpression, [PythonStatement])
  /// An `if` and each `elif`, with their conditions.
  case conditional([PythonBranch])
}

/// The statements that run under a condition.
struct PythonBranch {
  var condition: PythonExpression
  var body: [PythonStatement]
}
