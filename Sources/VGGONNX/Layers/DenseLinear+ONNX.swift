import VGGGraph

extension DenseLinear: ONNXLayer {
  func operations(on input: Shape, giving output: Shape) -> [Operation] {
    convolution.operations(on: input, giving: output)
  }

  /// The weight's extents as a convolution, outputs x channels x kernel height x kernel width: the same numbers in order.
  func extents(of tensor: StateTensor) -> [Int] {
    convolution.tensors.first { $0.name == tensor.name }?.shape ?? tensor.shape
  }
}
