import VGGGraph

extension AvgPool2d: ONNXLayer {
  func operations(on input: Shape, giving output: Shape) -> [Operation] {
    [
      Operation(
        "AveragePool",
        attributes: [
          .integers("kernel_shape", [window.kernel, window.kernel]),
          .integers("strides", [window.stride, window.stride]),
          .integers("pads", [Int](repeating: window.padding, count: 4)),
          .integer("count_include_pad", 1),
        ],
        giving: output.dimensions)
    ]
  }
}
