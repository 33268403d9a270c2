import VGGGraph

extension AvgPool2d {
  var module: PythonExpression { .call("nn.AvgPool2d", window.poolModuleArguments) }

  var printedModule: String {
    "AvgPool2d(kernel_size=\(window.kernel), stride=\(window.stride), padding=\(window.padding))"
  }
}
