import VGGGraph

extension BatchNorm2d: TorchLayer {
  var initialization: TorchInitialization? { .batchNormalization }
  var mayBeOverwritten: Bool { true }

  func module(isInPlace: Bool) -> PythonExpression? { .call("nn.BatchNorm2d", .integer(channels)) }

  func printedModule(isInPlace: Bool) -> String? {
    "BatchNorm2d(\(channels), eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)"
  }
}
