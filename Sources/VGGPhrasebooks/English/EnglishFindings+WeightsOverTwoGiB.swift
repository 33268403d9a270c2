import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: WeightsOverTwoGiB) -> FindingWords {
    FindingWords(
      "the weights take \(grouped(finding.bytes)) bytes, more than the 2 GiB that one ONNX file can hold"
    )
  }
}
