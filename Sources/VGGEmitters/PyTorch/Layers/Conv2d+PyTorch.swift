import VGGGraph

extension Conv2d: TorchLayer {
  var initialization: TorchInitialization? { .convolution }
  var mayBeOverwritten: Bool { true }

  /// `nn.Conv2d(3, 64, kernel_size=3, padding=1)`; PyTorch's defaults are left out.
  func module(isInPlace: Bool) -> PythonExpression? {
    var arguments = [
      PythonArgument(.integer(inputChannels)), PythonArgument(.integer(outputChannels)),
      PythonArgument("kernel_size", kernel.pythonExpression),
    ]
    if stride != 1 { arguments.append(PythonArgument("stride", stride.pythonExpression)) }
    if padding != 0 { arguments.append(PythonArgument("padding", padding.pythonExpression)) }
    if dilation != 1 { arguments.append(PythonArgument("dilation", dilation.pythonExpression)) }
    if groups != 1 { arguments.append(PythonArgument("groups", .integer(groups))) }
    if !bias { arguments.append(PythonArgument("bias", .boolean(false))) }
    return .call("nn.Conv2d", arguments)
  }

  func printedModule(isInPlace: Bool) -> String? {
    var parts = [
      String(inputChannels), String(outputChannels), "kernel_size=\(kernel.printedPair)",
      "stride=\(stride.printedPair)",
    ]
    if padding != 0 { parts.append("padding=\(padding.printedPair)") }
    if dilation != 1 { parts.append("dilation=\(dilation.printedPair)") }
    if groups != 1 { parts.append("groups=\(groups)") }
    if !bias { parts.append("bias=False") }
    return "Conv2d(\(parts.joined(separator: ", ")))"
  }
}
