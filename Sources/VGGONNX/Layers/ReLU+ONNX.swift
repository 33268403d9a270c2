import VGGGraph

extension ReLU: ONNXLayer {
  func operations(on input: Shape, giving output: Shape) -> [Operation] {
    [Operation("Relu", giving: output.dimensions)]
  }
}
