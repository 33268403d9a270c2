import VGGGraph

extension BatchNorm2d {
  var module: PythonExpression { .call("nn.BatchNorm2d", .integer(channels)) }

  var printedModule: String {
    "BatchNorm2d(\(channels), eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)"
  }
}
