/// The properties of ``LayerKind/operation``, for callers that hold a kind.
extension LayerKind {
  /// The kind's name in JSON: `conv2d`.
  package var name: String { type(of: operation).name }

  package var group: LayerGroup { type(of: operation).group }

  package var paperName: PaperNameRule { type(of: operation).paperName }

  /// The layer as the paper's Table 1 writes it: `conv3-64`.
  package var notation: String { operation.notation }

  /// Whether the result can take the place of the input in memory.
  package var worksInPlace: Bool { type(of: operation).worksInPlace }

  /// The sliding window; `nil` for kinds without one.
  package var window: Window? { operation.slidingWindow }

  /// The same layer for a different number of input channels, or of input values after flattening.
  package func taking(inputs count: Int) -> LayerKind { operation.taking(inputs: count).kind }
}

/// Tests for a single kind, for passes that treat it differently from all others.
extension LayerKind {
  package var convolution: Conv2d? {
    if case .conv2d(let conv) = self { conv } else { nil }
  }

  package var batchNorm: BatchNorm2d? {
    if case .batchNorm2d(let norm) = self { norm } else { nil }
  }

  package var localResponseNorm: LocalResponseNorm? {
    if case .localResponseNorm(let norm) = self { norm } else { nil }
  }

  package var adaptivePool: AdaptiveAvgPool2d? {
    if case .adaptiveAvgPool2d(let pool) = self { pool } else { nil }
  }

  package var maxPool: MaxPool2d? {
    if case .maxPool2d(let pool) = self { pool } else { nil }
  }

  package var linear: Linear? {
    if case .linear(let linear) = self { linear } else { nil }
  }

  package var denseLinear: DenseLinear? {
    if case .denseLinear(let dense) = self { dense } else { nil }
  }

  /// Whether it is a batch normalisation, of maps or of vectors.
  package var isBatchNorm: Bool { group == .batchNormalization }

  package var isReLU: Bool {
    if case .relu = self { true } else { false }
  }

  package var isDropout: Bool {
    if case .dropout = self { true } else { false }
  }

  package var isFlatten: Bool {
    if case .flatten = self { true } else { false }
  }

  package var isSoftmax: Bool {
    if case .softmax = self { true } else { false }
  }
}
