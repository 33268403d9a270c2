import VGGGraph

/// What a configuration says of a layer, leaving out what follows from the layers before it: the
/// channels, values and sizes that it takes.
///
/// Two layers of equal identity are the same element of two lists, though one may take more
/// channels than the other.
struct LayerIdentity: Hashable {
  private let kind: LayerKind

  init(_ layer: Layer) {
    kind =
      switch layer.kind {
      case .conv2d(let conv):
        .conv2d(
          Conv2d(
            inputChannels: 0, outputChannels: conv.outputChannels, kernel: conv.kernel,
            stride: conv.stride, padding: conv.padding, bias: conv.bias))
      case .batchNorm2d: .batchNorm2d(BatchNorm2d(channels: 0))
      case .linear(let linear):
        .linear(Linear(inputs: 0, outputs: linear.outputs, bias: linear.bias))
      case .relu, .maxPool2d, .avgPool2d, .localResponseNorm, .adaptiveAvgPool2d, .flatten,
        .dropout, .softmax:
        layer.kind
      }
  }

  /// The kind of layer without any of its numbers.
  var operation: String { kind.name }
}
