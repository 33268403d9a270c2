import VGGGraph

extension Dropout: ONNXLayer {
  func operations(on input: Shape, giving output: Shape) -> [Operation] {
    []
  }
}
