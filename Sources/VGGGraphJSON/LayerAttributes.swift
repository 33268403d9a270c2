import VGGGraph

/// The numbers of a layer's operation, under their names in `torch.nn`; empty for kinds
/// without any.
///
/// Attributes that were added to the language later are written only if they differ from PyTorch's default.
struct LayerAttributes: Encodable {
  let kind: LayerKind

  enum CodingKeys: String, CodingKey {
    case inChannels = "in_channels"
    case outChannels = "out_channels"
    case kernelSize = "kernel_size"
    case stride, padding, dilation, groups, bias
    case ceilMode = "ceil_mode"
    case countIncludePad = "count_include_pad"
    case numFeatures = "num_features"
    case eps
    case size, alpha, beta, k
    case negativeSlope = "negative_slope"
    case numParameters = "num_parameters"
    case outputSize = "output_size"
    case inFeatures = "in_features"
    case outFeatures = "out_features"
    case probability = "p"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch kind {
    case .conv2d(let conv):
      try container.encode(conv.inputChannels, forKey: .inChannels)
      try container.encode(conv.outputChannels, forKey: .outChannels)
      try container.encode(window: conv.window)
      if conv.dilation != 1 { try container.encode(conv.dilation, forKey: .dilation) }
      if conv.groups != 1 { try container.encode(conv.groups, forKey: .groups) }
      try container.encode(conv.bias, forKey: .bias)
    case .batchNorm2d(let norm):
      try container.encode(norm.channels, forKey: .numFeatures)
      try container.encode(BatchNorm2d.epsilon, forKey: .eps)
    case .batchNorm1d(let norm):
      try container.encode(norm.features, forKey: .numFeatures)
      try container.encode(BatchNorm2d.epsilon, forKey: .eps)
    case .leakyReLU(let leaky): try container.encode(leaky.slope, forKey: .negativeSlope)
    case .elu(let elu): try container.encode(elu.alpha, forKey: .alpha)
    case .prelu: try container.encode(1, forKey: .numParameters)
    case .globalMaxPool, .globalAveragePool: try container.encode([1, 1], forKey: .outputSize)
    case .maxPool2d(let pool):
      try container.encode(window: pool.window)
      try container.encode(pool.window.ceil, forKey: .ceilMode)
    case .avgPool2d(let pool):
      try container.encode(window: pool.window)
      if pool.window.ceil { try container.encode(true, forKey: .ceilMode) }
      if !pool.countsPadding { try container.encode(false, forKey: .countIncludePad) }
    case .localResponseNorm(let norm):
      try container.encode(norm.size, forKey: .size)
      try container.encode(norm.alpha, forKey: .alpha)
      try container.encode(norm.beta, forKey: .beta)
      try container.encode(norm.k, forKey: .k)
    case .adaptiveAvgPool2d(let pool):
      try container.encode([pool.height, pool.width], forKey: .outputSize)
    case .linear(let linear):
      try container.encode(linear.inputs, forKey: .inFeatures)
      try container.encode(linear.outputs, forKey: .outFeatures)
      try container.encode(linear.bias, forKey: .bias)
    case .denseLinear(let dense):
      try container.encode(dense.channels, forKey: .inChannels)
      try container.encode(dense.outputs, forKey: .outFeatures)
      try container.encode(dense.kernel, forKey: .kernelSize)
    case .dropout(let dropout):
      try container.encode(dropout.probability, forKey: .probability)
    case .relu, .gelu, .silu, .sigmoid, .tanh, .flatten, .softmax: break
    }
  }
}

extension KeyedEncodingContainer<LayerAttributes.CodingKeys> {
  fileprivate mutating func encode(window: Window) throws {
    try encode(window.kernel, forKey: .kernelSize)
    try encode(window.stride, forKey: .stride)
    try encode(window.padding, forKey: .padding)
  }
}
