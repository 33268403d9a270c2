import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: PaddingOverKernel) -> FindingWords {
    let (kernel, padding) = (finding.kernel, finding.padding)
    let usual = finding.extent.map { $0 / 2 }.brief
    let isDilated = kernel != finding.extent
    return FindingWords(
      "a \(kernel.text) convolution with padding \(padding.brief) has windows that see zeros alone",
      label: "the map becomes \(sides(finding.output))",
      notes: [
        Note(
          isDilated
            ? "padding \(usual), the default, is half of the \(finding.extent.text) that the dilated kernel spans"
            : "padding \(usual), the default, is half the kernel; that is also what pad=1 means in a darknet .cfg"
        )
      ])
  }
}
