import VGGGraph

extension LeakyReLU: TorchLayer {
  func module(isInPlace: Bool) -> PythonExpression? {
    .call(
      "nn.LeakyReLU", [PythonArgument("negative_slope", .number(slope))] + inPlace(isInPlace))
  }

  func printedModule(isInPlace: Bool) -> String? {
    "LeakyReLU(negative_slope=\(slope.pythonLiteral)\(isInPlace ? ", inplace=True" : ""))"
  }
}

extension ELU: TorchLayer {
  func module(isInPlace: Bool) -> PythonExpression? {
    .call("nn.ELU", [PythonArgument("alpha", .number(alpha))] + inPlace(isInPlace))
  }

  func printedModule(isInPlace: Bool) -> String? {
    "ELU(alpha=\(alpha.pythonLiteral)\(isInPlace ? ", inplace=True" : ""))"
  }
}

extension PReLU: TorchLayer {
  func module(isInPlace: Bool) -> PythonExpression? { .call("nn.PReLU", []) }
  func printedModule(isInPlace: Bool) -> String? { "PReLU(num_parameters=1)" }
}

extension GELU: TorchLayer {
  func module(isInPlace: Bool) -> PythonExpression? { .call("nn.GELU", []) }
  func printedModule(isInPlace: Bool) -> String? { "GELU(approximate='none')" }
}

extension SiLU: TorchLayer {
  func module(isInPlace: Bool) -> PythonExpression? { .call("nn.SiLU", []) }
  func printedModule(isInPlace: Bool) -> String? { "SiLU()" }
}

extension Sigmoid: TorchLayer {
  func module(isInPlace: Bool) -> PythonExpression? { .call("nn.Sigmoid", []) }
  func printedModule(isInPlace: Bool) -> String? { "Sigmoid()" }
}

extension Tanh: TorchLayer {
  func module(isInPlace: Bool) -> PythonExpression? { .call("nn.Tanh", []) }
  func printedModule(isInPlace: Bool) -> String? { "Tanh()" }
}

/// `inplace=True` for functions whose backward pass needs only the result.
func inPlace(_ isInPlace: Bool) -> [PythonArgument] {
  isInPlace ? [PythonArgument("inplace", .boolean(true))] : []
}
