import VGGGraph

extension GlobalMaxPool: TorchLayer {
  func module(isInPlace: Bool) -> PythonExpression? { .call("nn.AdaptiveMaxPool2d", .integer(1)) }
  func printedModule(isInPlace: Bool) -> String? { "AdaptiveMaxPool2d(output_size=1)" }
}

extension GlobalAveragePool: TorchLayer {
  func module(isInPlace: Bool) -> PythonExpression? { .call("nn.AdaptiveAvgPool2d", .integer(1)) }
  func printedModule(isInPlace: Bool) -> String? { "AdaptiveAvgPool2d(output_size=1)" }
}
