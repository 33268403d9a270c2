import VGGGraph

extension Conv2d: ONNXLayer {
  func operations(on input: Shape, giving output: Shape) -> [Operation] {
    var attributes: [Attribute] = [
      .integers("kernel_shape", kernel.list), .integers("strides", stride.list),
      .integers("pads", padding.list + padding.list),
    ]
    if dilation != 1 { attributes.append(.integers("dilations", dilation.list)) }
    if groups != 1 { attributes.append(.integer("group", groups)) }
    return [
      Operation(
        "Conv", [.previous, .weight("weight")] + (bias ? [.weight("bias")] : []),
        attributes: attributes, giving: output.dimensions)
    ]
  }
}
