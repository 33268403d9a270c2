import VGGGraph
import VGGSpec

extension MaxPool2d: ONNXLayer {
  /// Does not use ONNX's `ceil_mode`, whose windows may start in the padding at the far edge, while
  /// PyTorch's may not: the far padding is set to the needs of the last window of the checked output size.
  func operations(on input: Shape, giving output: Shape) -> [Operation] {
    let far = window.farPadding(from: input.map, to: output.map)
    return [
      Operation(
        "MaxPool",
        attributes: [
          .integers("kernel_shape", window.kernel.list), .integers("strides", window.stride.list),
          .integers("pads", window.padding.list + far.list),
        ],
        giving: output.dimensions)
    ]
  }
}
