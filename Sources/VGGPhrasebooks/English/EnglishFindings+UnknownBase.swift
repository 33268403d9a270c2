import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: UnknownBase) -> FindingWords {
    switch finding {
    case .missing(let name, let reason, let builtIns, _):
      FindingWords(
        "`\(shortened(name))` is neither a built-in configuration nor a file: \(reason)",
        notes: [Note("the built-in configurations are \(builtIns.joined(separator: ", "))")])
    case .notConfiguration(let name):
      FindingWords("\(name) holds no configuration to extend")
    case .severalModels(let name, let names):
      FindingWords(
        "\(name) holds several models, so it cannot be extended",
        notes: [Note("they are named here", at: names)])
    }
  }
}
