import VGGGraph

extension AvgPool2d: TorchLayer {
  func module(isInPlace: Bool) -> PythonExpression? {
    .call("nn.AvgPool2d", window.poolModuleArguments)
  }

  func printedModule(isInPlace: Bool) -> String? {
    "AvgPool2d(kernel_size=\(window.kernel), stride=\(window.stride), padding=\(window.padding))"
  }
}
