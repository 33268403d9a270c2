import VGGGraph

extension LocalResponseNorm: TorchLayer {
  func module(isInPlace: Bool) -> PythonExpression? {
    .call(
      "nn.LocalResponseNorm",
      [
        PythonArgument(.integer(size)), PythonArgument("alpha", .number(alpha)),
        PythonArgument("beta", .number(beta)), PythonArgument("k", .number(k)),
      ])
  }

  func printedModule(isInPlace: Bool) -> String? {
    let numbers = "alpha=\(alpha.pythonLiteral), beta=\(beta.pythonLiteral), k=\(k.pythonLiteral)"
    return "LocalResponseNorm(\(size), \(numbers))"
  }
}
