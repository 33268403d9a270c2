import VGGGraph

extension AvgPool2d: TorchLayer {
  func module(isInPlace: Bool) -> PythonExpression? {
    let counting =
      countsPadding ? [] : [PythonArgument("count_include_pad", .boolean(false))]
    return .call("nn.AvgPool2d", window.poolModuleArguments + counting)
  }

  func printedModule(isInPlace: Bool) -> String? {
    "AvgPool2d(kernel_size=\(window.kernel.printed), stride=\(window.stride.printed), "
      + "padding=\(window.padding.printed))"
  }
}
