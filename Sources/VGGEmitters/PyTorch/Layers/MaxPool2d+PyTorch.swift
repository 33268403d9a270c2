import VGGGraph

extension MaxPool2d: TorchLayer {
  func module(isInPlace: Bool) -> PythonExpression? {
    .call("nn.MaxPool2d", window.poolModuleArguments)
  }

  func printedModule(isInPlace: Bool) -> String? {
    let numbers =
      "kernel_size=\(window.kernel.printed), stride=\(window.stride.printed), "
      + "padding=\(window.padding.printed)"
    return "MaxPool2d(\(numbers), dilation=1, ceil_mode=\(window.ceil.pythonLiteral))"
  }
}

extension Window {
  /// `kernel_size=2, stride=2`, and any arguments that differ from the defaults.
  var poolModuleArguments: [PythonArgument] {
    var arguments = [
      PythonArgument("kernel_size", kernel.pythonExpression),
      PythonArgument("stride", stride.pythonExpression),
    ]
    if padding != 0 { arguments.append(PythonArgument("padding", padding.pythonExpression)) }
    if ceil { arguments.append(PythonArgument("ceil_mode", .boolean(true))) }
    return arguments
  }
}
