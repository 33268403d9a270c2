import VGGGraph

extension GlobalMaxPool: ONNXLayer {
  func operations(on input: Shape, giving output: Shape) -> [Operation] {
    [Operation("GlobalMaxPool", giving: output.dimensions)]
  }
}

extension GlobalAveragePool: ONNXLayer {
  func operations(on input: Shape, giving output: Shape) -> [Operation] {
    [Operation("GlobalAveragePool", giving: output.dimensions)]
  }
}
