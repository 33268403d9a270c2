import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: MissingKey) -> FindingWords {
    switch finding {
    case .emptyFile:
      FindingWords("the file is empty; a configuration needs at least `features: [64, M, …]`")
    case .features:
      FindingWords(
        "`features` is missing: the list of layers, such as [64, M, 128, M]",
        notes: [Note("or start from another configuration: `extends: D`")])
    case .emptyFeatures:
      FindingWords("`features` is empty; name at least one layer, such as 64")
    case .featureKind:
      FindingWords("an empty mapping; say which layer it is, such as {conv: 64}")
    case .emptyClassifier:
      FindingWords("the classifier has no layers; for a single one write `- linear: CLASSES`")
    case .classifierKind:
      FindingWords("an empty mapping; say which layer it is, such as `linear: 10`")
    case .number(let layer, let example):
      FindingWords("`\(layer)` needs its number, such as `\(layer): \(example)`")
    case .stepEpochs:
      FindingWords("`step` needs its epochs, such as {step: 30} or {step: [30, 60]}")
    case .models: FindingWords("`models` names no model; write `NAME: [64, M, …]` under it")
    case .keys(let keys, let section):
      FindingWords("\(section) lacks \(keys.map { "`\($0)`" }.joined(separator: ", "))")
    }
  }
}
