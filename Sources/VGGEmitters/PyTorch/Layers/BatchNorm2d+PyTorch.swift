import VGGGraph

extension BatchNorm2d: TorchLayer {
  var initialization: TorchInitialization? { .batchNormalization }
  var mayBeOverwritten: Bool { true }

  func module(isInPlace: Bool) -> PythonExpression? { .call("nn.BatchNorm2d", .integer(channels)) }

  func printedModule(isInPlace: Bool) -> String? {
    let epsilon = Self.epsilon.pythonLiteral
    return
      "BatchNorm2d(\(channels), eps=\(epsilon), momentum=0.1, affine=True, bias=True, track_running_stats=True)"
  }
}
