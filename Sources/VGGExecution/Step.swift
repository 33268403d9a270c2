import VGGGraph
import VGGKernels

/// One call of a kernel, with everything settled but the weights and the memory.
struct Step: Sendable {
  let call: KernelCall
  let source: Buffer
  let target: Buffer
  /// The layers of the graph that the step computes; empty where it only changes the layout.
  let layers: Range<Int>
}

/// A kernel with its geometry.
enum KernelCall: Sendable {
  case toBlocked(vgg_shape)
  /// `weights` counts the program's convolutions.
  case convolution(vgg_conv_plan, weights: Int)
  case maxPool(vgg_window, from: vgg_shape, to: vgg_shape)
  case averagePool(vgg_window, from: vgg_shape, to: vgg_shape)
  case adaptiveAveragePool(from: vgg_shape, to: vgg_shape)
  case localResponseNorm(LocalResponseNorm, from: vgg_shape, to: vgg_shape)
  /// `weights` counts the program's batch normalisations that stand by themselves.
  case scaleShift(weights: Int, rectifies: Bool, from: vgg_shape, to: vgg_shape)
  case relu(from: vgg_shape, to: vgg_shape)
  case toPlain(vgg_shape)
  /// `weights` counts the program's linear layers.
  case linear(Linear, weights: Int, rectifies: Bool, layout: LinearLayout)
  case reluPlain(count: Int)
  /// A network of which nothing but the image is left.
  case copy(count: Int)
  case softmax(count: Int)
}

extension KernelCall {
  /// The shape of what it gives, where that lies in blocks of channels; `nil` for plain values.
  var blockedOutput: vgg_shape? {
    switch self {
    case .toBlocked(let shape): shape
    case .convolution(let plan, _): plan.out
    case .maxPool(_, _, let to), .averagePool(_, _, let to), .adaptiveAveragePool(_, let to),
      .localResponseNorm(_, _, let to), .scaleShift(_, _, _, let to), .relu(_, let to):
      to
    case .toPlain, .linear, .reluPlain, .copy, .softmax: nil
    }
  }
}

/// Where a step reads or writes.
enum Buffer: Hashable, Sendable {
  /// The images, as the caller gave them: batch x channels x height x width.
  case input
  /// The results, where the caller wants them: batch x outputs.
  case output
  /// One of the two arenas between which the steps go back and forth.
  case arena(Int)
}
