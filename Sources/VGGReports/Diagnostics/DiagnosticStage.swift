import VGGDiagnostics
import VGGFindings

/// The stages of compiling that report something, in their order; the catalogue's chapters.
package enum DiagnosticStage: String, CaseIterable, Sendable {
  case reading = "Reading YAML"
  case resolving = "Resolving keys and elements"
  case checking = "Checking the graph"
  case warnings = "Warnings"

  /// What the stage does, in one sentence.
  package var summary: String {
    switch self {
    case .reading:
      "The text is read as YAML 1.2, with the position of every key and value."
    case .resolving:
      "Keys and entries are held against the language (see `Language.md`), defaults are filled in, and other "
        + "configurations and label files are read."
    case .checking:
      "The shapes are followed through every layer, and what the configuration states is held against what they are."
    case .warnings:
      "The network is sound, but probably not what was meant. Warnings fail a check only under `--strict`."
    }
  }

  /// The stage's diagnostics, in the catalogue's order.
  package var ids: [DiagnosticID] {
    DiagnosticID.allCases.filter { DiagnosticStage(of: $0) == self }
  }

  package init(of id: DiagnosticID) {
    switch id {
    case .yamlSyntax, .invalidEncoding, .multipleDocuments, .mergeKey, .yamlTag, .duplicateKey,
      .unknownAnchor, .nestingTooDeep, .aliasExpansion:
      self = .reading
    case .unknownKey, .unknownElement, .missingKey, .conflictingKeys, .wrongType, .valueOutOfRange,
      .unknownBase, .extendsCycle, .unreadableFile:
      self = .resolving
    case .channelMismatch, .mapTooSmall, .linearInputMismatch, .classesLabelsMismatch,
      .preprocessMismatch, .limitExceeded, .countOverflow, .weightsMismatch,
      .dataMismatch:
      self = .checking
    case .poolDropsEdge, .adaptivePoolEnlarges, .adaptivePoolUneven, .repeatedPool, .noPooling,
      .largeClassifier, .weightsOverTwoGiB:
      self = .warnings
    }
  }
}
