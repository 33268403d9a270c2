import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: UnknownBase) -> FindingWords {
    switch finding {
    case .missing(let name, let cause, let builtIns, _):
      FindingWords(
        "no built-in configuration or readable file named `\(shortened(name))`: \(cause.reason)",
        notes: [Note("built-in configurations: \(builtIns.joined(separator: ", "))")])
    case .notConfiguration(let name):
      FindingWords("\(name) has no configuration to extend")
    case .severalModels(let name, let names):
      FindingWords(
        "\(name) has several models, so it can't be extended",
        notes: [Note("they are named here", at: names)])
    }
  }
}
