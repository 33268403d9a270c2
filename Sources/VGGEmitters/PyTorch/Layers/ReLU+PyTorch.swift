import VGGGraph

extension ReLU: TorchLayer {
  func module(isInPlace: Bool) -> PythonExpression? {
    .call("nn.ReLU", isInPlace ? [PythonArgument("inplace", .boolean(true))] : [])
  }

  func printedModule(isInPlace: Bool) -> String? { isInPlace ? "ReLU(inplace=True)" : "ReLU()" }
}
