import VGGGraph

extension LocalResponseNorm {
  var module: PythonExpression {
    .call(
      "nn.LocalResponseNorm",
      [
        PythonArgument(.integer(size)), PythonArgument("alpha", .number(alpha)),
        PythonArgument("beta", .number(beta)), PythonArgument("k", .number(k)),
      ])
  }

  var printedModule: String {
    let numbers = "alpha=\(alpha.pythonLiteral), beta=\(beta.pythonLiteral), k=\(k.pythonLiteral)"
    return "LocalResponseNorm(\(size), \(numbers))"
  }
}
