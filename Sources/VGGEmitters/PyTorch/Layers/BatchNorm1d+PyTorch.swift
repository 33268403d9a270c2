import VGGGraph

/// Its weights keep PyTorch's initial values: scales of 1, shifts of 0.
extension BatchNorm1d: TorchLayer {
  var mayBeOverwritten: Bool { true }

  func module(isInPlace: Bool) -> PythonExpression? { .call("nn.BatchNorm1d", .integer(features)) }
}
