import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: PaddingOverKernel) -> FindingWords {
    let (kernel, padding) = (finding.kernel, finding.padding)
    let usual = finding.extent.map { $0 / 2 }.brief
    let isDilated = kernel != finding.extent
    return FindingWords(
      "a \(kernel.text) convolution with padding \(padding.brief) has windows that contain only zeros",
      label: "the map becomes \(sides(finding.output))",
      notes: [
        Note(
          isDilated
            ? "padding \(usual), the default, is half the dilated kernel's span, \(finding.extent.text)"
            : "padding \(usual), the default, is half the kernel; pad=1 in a darknet .cfg means the same"
        )
      ])
  }
}
