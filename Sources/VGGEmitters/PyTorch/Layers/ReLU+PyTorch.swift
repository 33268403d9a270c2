import VGGGraph

extension ReLU: TorchLayer {
  func module(isInPlace: Bool) -> PythonExpression? {
    .call("nn.ReLU", inPlace(isInPlace))
  }

  func printedModule(isInPlace: Bool) -> String? { isInPlace ? "ReLU(inplace=True)" : "ReLU()" }
}
