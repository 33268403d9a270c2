import VGGGraph

extension Softmax: TorchLayer {
  func module(isInPlace: Bool) -> PythonExpression? {
    .call("nn.Softmax", [PythonArgument("dim", .integer(1))])
  }
}
