import VGGGraph

extension Dropout {
  var module: PythonExpression {
    .call("nn.Dropout", [PythonArgument("p", .number(probability))])
  }

  var printedModule: String { "Dropout(p=\(probability.pythonLiteral), inplace=False)" }
}
