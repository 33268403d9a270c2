import VGGGraph

extension Softmax: ONNXLayer {
  func operations(on input: Shape, giving output: Shape) -> [Operation] {
    [Operation("Softmax", attributes: [.integer("axis", 1)], giving: output.dimensions)]
  }
}
