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
      FindingWords("empty mapping; name a layer, such as {conv: 64}")
    case .emptyClassifier:
      FindingWords("the classifier has no layers; for a single one, write `- linear: CLASSES`")
    case .classifierKind:
      FindingWords("empty mapping; name a layer, such as `linear: 10`")
    case .number(let layer, let example):
      FindingWords("`\(layer)` needs a number, such as `\(layer): \(example)`")
    case .stepEpochs:
      FindingWords("`step` needs epochs, such as {step: 30} or {step: [30, 60]}")
    case .models:
      FindingWords("`models` is empty; add a model under it, such as `NAME: [64, M, …]`")
    case .keys(let keys, let section):
      FindingWords(
        "\(keys.map { "`\($0)`" }.joined(separator: ", ")) \(keys.count == 1 ? "is" : "are") missing from \(section)"
      )
    }
  }
}
