import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: WeightsOverTwoGiB) -> FindingWords {
    FindingWords(
      "the weights take \(grouped(finding.bytes)) bytes, over ONNX's 2 GiB limit for one file"
    )
  }
}
