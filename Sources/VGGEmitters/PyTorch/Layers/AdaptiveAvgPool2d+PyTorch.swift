import VGGGraph

extension AdaptiveAvgPool2d: TorchLayer {
  func module(isInPlace: Bool) -> PythonExpression? {
    .call("nn.AdaptiveAvgPool2d", .tuple([.integer(height), .integer(width)]))
  }
}
