import VGGGraph

extension Dropout: TorchLayer {
  func module(isInPlace: Bool) -> PythonExpression? {
    .call("nn.Dropout", [PythonArgument("p", .number(probability))])
  }

  func printedModule(isInPlace: Bool) -> String? {
    "Dropout(p=\(probability.pythonLiteral), inplace=False)"
  }
}
