import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: LimitExceeded) -> FindingWords {
    let (value, maximum) = (finding.value, finding.maximum)
    return FindingWords(
      "`\(finding.model)` has \(grouped(value)) \(unit(of: finding.quantity)), over the limit of \(grouped(maximum))",
      label: "\(grouped(value - maximum)) over")
  }

  private func unit(of quantity: LimitedQuantity) -> String {
    switch quantity {
    case .parameters: "parameters"
    case .macs: "MACs"
    case .activations: "bytes of activations"
    }
  }
}
