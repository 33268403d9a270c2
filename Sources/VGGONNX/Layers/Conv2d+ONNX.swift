import VGGGraph

extension Conv2d: ONNXLayer {
  func operations(on input: Shape, giving output: Shape) -> [Operation] {
    [
      Operation(
        "Conv", [.previous, .weight("weight")] + (bias ? [.weight("bias")] : []),
        attributes: [
          .integers("kernel_shape", [kernel, kernel]), .integers("strides", [stride, stride]),
          .integers("pads", [Int](repeating: padding, count: 4)),
        ],
        giving: output.dimensions)
    ]
  }
}
