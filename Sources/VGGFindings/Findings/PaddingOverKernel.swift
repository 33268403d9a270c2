import VGGDiagnostics

/// A convolution's padding is at least the extent of its kernel, so that windows at the edges see only zeros.
package struct PaddingOverKernel: Finding {
  package let kernel: Sides
  /// The rows and columns that the kernel spans; more than the kernel's size if it is dilated.
  package let extent: Sides
  package let padding: Sides
  /// The map after the convolution.
  package let output: PlaneSize

  package init(kernel: Sides, extent: Sides, padding: Sides, output: PlaneSize) {
    self.kernel = kernel
    self.extent = extent
    self.padding = padding
    self.output = output
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension PaddingOverKernel {
  package static let id = DiagnosticID.paddingOverKernel
  package static let severity = Severity.warning
  package static let stage = DiagnosticStage.checking

  package static let explanation = FindingExplanation(
    title: "A convolution's padding is as large as its kernel",
    meaning: """
      Windows at the edges contain nothing but zeros: a 1x1 convolution with `padding: 1` adds a frame around the \
      map in which every value is the bias. `pad=1` in darknet's files means half the kernel, which is 0 for a \
      kernel of 1.
      """,
    repair: """
      Leave `padding` out: the default is half the kernel's span, rounded down, and keeps the map's size.
      """)

  package static let example = FindingExample(
    PackageResources.padding_over_kernel_yaml,
    repairs: [
      .replace("{conv: 32, kernel: 1, padding: 1}", with: "{conv: 32, kernel: 1}")
    ])
}
