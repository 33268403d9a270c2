import VGGSpec

extension FeatureElement {
  /// The sliding window of a convolution or a pooling layer; the other kinds have none.
  package var window: Window? {
    switch self {
    case .convolution(let spec): spec.window
    case .maxPool(let spec): spec.window
    case .averagePool(let spec): spec.window
    case .globalPool, .activation, .batchNorm, .localResponseNorm, .dropout, .unknown: nil
    }
  }
}

extension FeatureElement {
  /// Whether the map after it is 1 x 1 for every image.
  package var isGlobalPool: Bool {
    switch self {
    case .globalPool: true
    case .convolution, .maxPool, .averagePool, .activation, .batchNorm, .localResponseNorm,
      .dropout, .unknown:
      false
    }
  }
}

extension ConvolutionSpec {
  package var window: Window {
    Window(kernel: kernel, stride: stride, padding: padding, dilation: dilation)
  }
}

extension MaxPoolSpec {
  package var window: Window {
    Window(kernel: kernel, stride: stride, padding: padding, ceil: ceil)
  }
}

extension AveragePoolSpec {
  package var window: Window {
    Window(kernel: kernel, stride: stride, padding: padding, ceil: ceil)
  }
}
