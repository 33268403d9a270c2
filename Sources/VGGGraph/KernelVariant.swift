import VGGDiagnostics
import VGGSpec

/// A change of a network's 3x3 convolutions.
package enum KernelVariant: Hashable, Sendable {
  /// Replaces each run of 3x3 convolutions, with nothing between, by the one convolution with the same
  /// receptive field: the experiment of the paper's section 4.1.
  case stacksAsOne
  /// Enlarges the kernel of each 3x3 convolution to this odd size.
  case kernel(Int)

  /// The model with its convolutions changed, without its limits, which were set for the original
  /// convolutions.
  ///
  /// Only convolutions of stride 1 and padding 1 are changed, so that maps keep their sizes.
  package func applied(to spec: ModelSpec) -> ModelSpec {
    var copy = spec
    copy.limits = []
    switch self {
    case .stacksAsOne: copy.features = Self.merged(spec.features)
    case .kernel(let kernel):
      copy.features = spec.features.map { element in
        guard case .convolution(let convolution) = element.value, convolution.isUsual else {
          return element
        }
        return Spanned(.convolution(convolution.with(kernel: kernel)), at: element.range)
      }
    }
    return copy
  }

  private static func merged(
    _ features: [Spanned<FeatureElement>]
  ) -> [Spanned<FeatureElement>] {
    var merged: [Spanned<FeatureElement>] = []
    /// The kernel of the run at the end of `merged`.
    var kernel: Int?
    for element in features {
      guard case .convolution(let convolution) = element.value, convolution.isUsual else {
        kernel = nil
        merged.append(element)
        continue
      }
      guard let before = kernel, case .convolution(let first) = merged.last?.value else {
        kernel = convolution.kernel.height
        merged.append(element)
        continue
      }
      let wider = before + convolution.kernel.height - 1
      var one = convolution.with(kernel: wider)
      one.statedInput = first.statedInput
      merged[merged.count - 1] = Spanned(.convolution(one), at: element.range)
      kernel = wider
    }
    return merged
  }
}

extension ConvolutionSpec {
  /// Whether it is the paper's 3x3 convolution.
  fileprivate var isUsual: Bool {
    self
      == ConvolutionSpec(
        outputChannels: outputChannels, statedInput: statedInput, bias: bias, batchNorm: batchNorm,
        activation: activation)
  }

  /// The same convolution with another kernel, and the padding that keeps the map's size.
  fileprivate func with(kernel: Int) -> ConvolutionSpec {
    var copy = self
    copy.kernel = Sides(kernel)
    copy.padding = Sides(kernel / 2)
    return copy
  }
}
