import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: ConflictingKeys) -> FindingWords {
    switch finding {
    case .modelsWithinModel:
      FindingWords("`models` stands at the top of a file, not within a model")
    case .nameWithinModels(let name):
      FindingWords(
        "this model is already named `\(shortened(name))` by its key under `models`")
    case .twoFeatures(let first, let second):
      FindingWords(
        "this entry is already a `\(first)`; make `\(shortened(second))` an entry of its own")
    case .twoClassifierLayers(let first, let second):
      FindingWords(
        "this entry is already a `\(shortened(first))`; start `\(shortened(second))` with a dash of its own"
      )
    case .partOfOtherOptimizer(let key, let owner, let optimizer):
      FindingWords("`\(key)` is a part of \(owner), and the optimizer is \(optimizer)")
    case .rateAndRates(let schedule):
      FindingWords(
        "the rate is given twice: the schedule has one for each epoch",
        notes: [Note("the rates are listed here", at: schedule)])
    case .alternatives(let first, let second, let choice):
      FindingWords("\(words(for: choice)) has `\(first)` already; keep that or `\(second)`")
    case .poolAndDense(_, let dense):
      FindingWords(
        "`avgpool` pools the map to one size, but a dense classifier runs over the map as it is",
        notes: [Note("the dense form is chosen here", at: dense)])
    case .factorOfCosine:
      FindingWords("a cosine has no factor; its value is the rate at which it ends")
    }
  }

  private func words(for choice: ConflictingKeys.Choice) -> String {
    switch choice {
    case .schedule: "a schedule"
    case .randomCrop: "a random crop"
    }
  }
}
