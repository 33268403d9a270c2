import VGGDiagnostics

/// Two keys that can't be used together.
package enum ConflictingKeys: Finding {
  /// A part of the language that is written in exactly one of several ways.
  package enum Choice: Hashable, Sendable {
    case schedule
    case randomCrop
  }

  case modelsWithinModel
  /// A model under `models` whose key already names it.
  case nameWithinModels(String)
  /// One entry of `features` names two layers.
  case twoFeatures(String, String)
  /// One entry of `classifier` names two layers.
  case twoClassifierLayers(String, String)
  case partOfOtherOptimizer(String, of: String, optimizer: String)
  /// A rate in addition to a schedule that lists every epoch's.
  case rateAndRates(SourceRange)
  case alternatives(String, String, of: Choice)
  case factorOfCosine
  /// `avgpool`, whose value is `text`, and a classifier in the dense form, which is written at `dense`.
  case poolAndDense(text: String, dense: SourceRange)

  /// Without the pooling layer the network is a different one, which the author has to decide.
  package func fixIts(at range: SourceRange) -> [FixIt] {
    switch self {
    case .poolAndDense(let text, _):
      [FixIt(.replace(text, with: "none"), at: range, .offered)]
    case .modelsWithinModel, .nameWithinModels, .twoFeatures, .twoClassifierLayers,
      .partOfOtherOptimizer, .rateAndRates, .alternatives, .factorOfCosine:
      []
    }
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension ConflictingKeys {
  package static let id = DiagnosticID.conflictingKeys
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.resolving

  package static let explanation = FindingExplanation(
    title: "Two keys can't be used together",
    meaning: """
      One entry of `features` or of a `classifier` list names two layers. The keys of a mapping have no order, so it \
      is unclear which layer comes first. Also reported are a `name` in a model that is already named by its key \
      under `models`, and `models` within a model.

      `avgpool` pools the last map to a fixed size, while a classifier with `dense` runs at every position of the \
      unpooled map and averages the scores. A network can have only one of the two.
      """,
    repair: """
      Make each layer a separate entry.
      """)

  package static let example = FindingExample(
    PackageResources.conflicting_keys_yaml,
    repairs: [
      .replace(
        """
          - {conv: 16, maxpool: 2}

        """,
        with: """
            - {conv: 16}
            - {maxpool: 2}

          """)
    ])
}
