import VGGGraph

extension Flatten: ONNXLayer {
  func operations(on input: Shape, giving output: Shape) -> [Operation] {
    [Operation("Flatten", attributes: [.integer("axis", 1)], giving: output.dimensions)]
  }
}
