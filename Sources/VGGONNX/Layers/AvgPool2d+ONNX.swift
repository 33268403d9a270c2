import VGGGraph
import VGGSpec

extension AvgPool2d: ONNXLayer {
  /// Does not use ONNX's `ceil_mode`, which counts values past the far padding as zeros, while PyTorch
  /// leaves them out of the mean: the far padding is set to the needs of the last window instead. If
  /// that exceeds the padding that counts, the latter is added beforehand as real zeros.
  func operations(on input: Shape, giving output: Shape) -> [Operation] {
    let far = window.farPadding(from: input.map, to: output.map)
    let near = window.padding
    guard far.height > near.height || far.width > near.width else {
      return [mean(near, far, isCounted: countsPadding, giving: output)]
    }
    guard countsPadding, near != 0 else {
      return [mean(near, far, isCounted: false, giving: output)]
    }
    let map = input.map
    let padded = [map.channels, map.height + 2 * near.height, map.width + 2 * near.width]
    let pads = Constant(
      name: "pads",
      content: .integers(([0, 0] + near.list + [0, 0] + near.list).map { Int64($0) }))
    let rest = Sides(
      height: max(0, far.height - near.height), width: max(0, far.width - near.width))
    return [
      Operation("Pad", [.previous, .constant(pads)], giving: padded),
      mean(0, rest, isCounted: false, giving: output),
    ]
  }

  private func mean(
    _ near: Sides, _ far: Sides, isCounted: Bool, giving output: Shape
  ) -> Operation {
    Operation(
      "AveragePool",
      attributes: [
        .integers("kernel_shape", window.kernel.list), .integers("strides", window.stride.list),
        .integers("pads", near.list + far.list), .integer("count_include_pad", isCounted ? 1 : 0),
      ],
      giving: output.dimensions)
  }
}
