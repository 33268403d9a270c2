import VGGCompute

/// One call of a kernel, with everything decided except the weights and the memory.
struct Step: Sendable {
  let call: KernelCall
  let source: Buffer
  let target: Buffer
  /// The layers of the graph that the step computes; empty if it only changes the layout.
  let layers: Range<Int>
}

/// A kernel with its geometry.
enum KernelCall: Sendable {
  case toBlocked(BlockedShape)
  case toPlain(BlockedShape)
  /// `weights` counts the program's convolutions.
  case convolution(ConvolutionPlan, weights: Int)
  /// `weights` counts the program's batch normalisations that no convolution comes before.
  case scale(weights: Int, from: BlockedShape, to: BlockedShape)
  case map(any MapOperation, from: BlockedShape, to: BlockedShape)
  /// `weights` counts the program's linear layers.
  case linear(FullyConnected, weights: Int, layout: LinearLayout)
  case elementwise(any ElementwiseOperation, count: Int)
  /// `weights` counts the program's batch normalisations, as in `scale`.
  case scaleVector(weights: Int, count: Int)
  /// `weights` counts the program's PReLUs that are steps by themselves.
  case slope(weights: Int, from: BlockedShape, to: BlockedShape)
  case slopeVector(weights: Int, count: Int)
  /// A tapped vector, or a network of which only the image is left.
  case copy(count: Int)
  case softmax(count: Int)
}

extension KernelCall {
  /// The shape of its result, if that is in blocks of channels; `nil` for plain values.
  var blockedOutput: BlockedShape? {
    switch self {
    case .toBlocked(let shape): shape
    case .convolution(let plan, _): plan.output
    case .scale(_, _, let to), .map(_, _, let to), .slope(_, _, let to): to
    case .toPlain, .linear, .elementwise, .scaleVector, .slopeVector, .copy, .softmax: nil
    }
  }
}

/// The memory that a step reads or writes.
enum Buffer: Hashable, Sendable {
  /// The images in the caller's memory: batch x channels x height x width.
  case input
  /// The results in the caller's memory: batch x outputs.
  case output
  /// The values of the tap with this number in the caller's memory: batch x values.
  case tap(Int)
  /// One of the two arenas, which the steps use in turn.
  case arena(Int)
}
