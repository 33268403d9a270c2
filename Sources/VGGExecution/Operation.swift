import VGGGraph

/// What one step of a program computes: a layer, with those fused into it that can be.
enum Operation: Hashable, Sendable {
  case convolution(FusedConvolution)
  case maxPool(Window)
  case averagePool(Window)
  case adaptiveAveragePool
  case localResponseNorm(LocalResponseNorm)
  case batchNorm(name: String, channels: Int, rectifies: Bool)
  case relu
  case flatten
  case linear(Linear, name: String, rectifies: Bool)
  case softmax
}

/// A convolution and what happens to its result before that is stored.
struct FusedConvolution: Hashable, Sendable {
  let convolution: Conv2d
  let name: String
  /// The batch normalisation that is folded into the weights.
  var norm: String?
  var rectifies = false
  /// 2x2 max pooling with stride 2.
  var pools = false
}

/// An operation of the graph with its shapes.
struct PlannedOperation: Hashable, Sendable {
  var operation: Operation
  /// The layers of the graph that it stands for.
  var layers: Range<Int>
  let input: Shape
  var output: Shape
}
