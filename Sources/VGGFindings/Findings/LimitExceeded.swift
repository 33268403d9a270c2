import VGGDiagnostics

/// The network exceeds a limit that its configuration sets.
package struct LimitExceeded: Finding {
  package let model: String
  package let quantity: LimitedQuantity
  package let value: Int
  package let maximum: Int

  package init(_ quantity: LimitedQuantity, of model: String, value: Int, maximum: Int) {
    self.model = model
    self.quantity = quantity
    self.value = value
    self.maximum = maximum
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension LimitExceeded {
  package static let id = DiagnosticID.limitExceeded
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.checking

  package static let explanation = FindingExplanation(
    title: "The network exceeds a limit",
    meaning: """
      `limits` is a budget that the configuration sets for itself: for parameters, multiply-adds (`macs`) and memory \
      of `activations`, so that a change that exceeds it is noticed at once. This network exceeds it. In VGG nearly \
      all parameters are in the fully connected layers: here 2 * 4096 * 4096.
      """,
    repair: """
      Make the network smaller where `vggc summary` shows the largest numbers, or raise the limit.
      """)

  package static let example = FindingExample(
    PackageResources.limit_exceeded_yaml,
    repairs: [
      .replace("hidden: [4096, 4096]", with: "hidden: [512, 512]")
    ])
}
