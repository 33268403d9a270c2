import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: ConflictingKeys) -> FindingWords {
    switch finding {
    case .modelsWithinModel:
      FindingWords("`models` is allowed only at the top level of a file, not in a model")
    case .nameWithinModels(let name):
      FindingWords(
        "this model is already named `\(shortened(name))` by its key under `models`")
    case .twoFeatures(let first, let second):
      FindingWords(
        "`\(first)` and `\(shortened(second))` can't be in one entry; make `\(shortened(second))` a separate entry"
      )
    case .twoClassifierLayers(let first, let second):
      FindingWords(
        "`\(shortened(first))` and `\(shortened(second))` can't be in one entry; start `\(shortened(second))` with its own dash"
      )
    case .partOfOtherOptimizer(let key, let owner, let optimizer):
      FindingWords("`\(key)` is for \(owner), but the optimiser is \(optimizer)")
    case .rateAndRates(let schedule):
      FindingWords(
        "the rate is set twice: the schedule lists one for each epoch",
        notes: [Note("the rates are listed here", at: schedule)])
    case .alternatives(let first, let second, let choice):
      FindingWords("\(words(for: choice)) can't have both `\(first)` and `\(second)`; remove one")
    case .poolAndDense(_, let dense):
      FindingWords(
        "`avgpool` pools the map to a fixed size, but a dense classifier runs over the unpooled map",
        notes: [Note("the dense classifier is set here", at: dense)])
    case .factorOfCosine:
      FindingWords("a cosine schedule has no factor; its value is the final rate")
    }
  }

  private func words(for choice: ConflictingKeys.Choice) -> String {
    switch choice {
    case .schedule: "a schedule"
    case .randomCrop: "a random crop"
    }
  }
}
