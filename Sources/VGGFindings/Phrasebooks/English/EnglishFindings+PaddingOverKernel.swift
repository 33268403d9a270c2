import VGGDiagnostics

extension EnglishFindings {
  package func words(for finding: PaddingOverKernel) -> FindingWords {
    let (kernel, padding) = (finding.kernel, finding.padding)
    return FindingWords(
      "a \(kernel)x\(kernel) convolution with padding \(padding) has windows that see zeros alone",
      label: "the map becomes \(sides(finding.output))",
      notes: [
        Note(
          "padding \(kernel / 2), the default, is half the kernel; that is also what pad=1 means in a darknet .cfg"
        )
      ])
  }
}
