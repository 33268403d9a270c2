import VGGDiagnostics

/// A convolution's padding is as large as its kernel, so that windows at the edges see zeros alone.
package struct PaddingOverKernel: Finding {
  package let kernel: Int
  package let padding: Int
  /// The map after the convolution.
  package let output: PlaneSize

  package init(kernel: Int, padding: Int, output: PlaneSize) {
    self.kernel = kernel
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
      Windows at the edges see nothing but zeros: a 1x1 convolution with `padding: 1` puts a frame around the map \
      in which every value is the bias. `pad=1` in darknet's files means half the kernel, which is 0 for a kernel \
      of 1.
      """,
    repair: """
      Leave `padding` out: half the kernel, rounded down, is the default and keeps the map's size.
      """)

  package static let example = FindingExample(
    PackageResources.padding_over_kernel_yaml,
    repairs: [
      .replace("{conv: 32, kernel: 1, padding: 1}", with: "{conv: 32, kernel: 1}")
    ])
}
