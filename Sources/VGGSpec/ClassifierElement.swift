import VGGDiagnostics

/// One layer of the classifier, after both of its forms have been converted to a list.
package enum ClassifierElement: Sendable, Equatable {
  case linear(LinearSpec)
  case activation(Activation)
  /// Batch normalisation of each value over the batch.
  case batchNorm
  case dropout(Double)
  case softmax
  /// Resolving has reported an error here; nothing is known about this layer.
  case unknown
}

/// A fully connected layer: `- linear: 10`, `- linear: {in: 25088, out: 4096}`.
package struct LinearSpec: Sendable, Equatable {
  /// The inputs that the user states; checked against the flattened feature map.
  package var statedInput: Spanned<Int>?
  package var outputs: Int
  /// The place where `outputs` is written; `nil` if it is a default.
  package var outputsRange: SourceRange?
  package var bias: Bool

  package init(
    statedInput: Spanned<Int>? = nil, outputs: Int, outputsRange: SourceRange? = nil,
    bias: Bool = LanguageDefaults.bias
  ) {
    self.statedInput = statedInput
    self.outputs = outputs
    self.outputsRange = outputsRange
    self.bias = bias
  }
}

extension ClassifierElement {
  package var isLinear: Bool {
    switch self {
    case .linear: true
    case .activation, .batchNorm, .dropout, .softmax, .unknown: false
    }
  }
}
