import VGGGraph

extension AvgPool2d {
  func operation(giving output: [Int]) -> Operation {
    Operation(
      "AveragePool",
      attributes: [
        .integers("kernel_shape", [window.kernel, window.kernel]),
        .integers("strides", [window.stride, window.stride]),
        .integers("pads", [Int](repeating: window.padding, count: 4)),
        .integer("count_include_pad", 1),
      ],
      giving: output)
  }
}
