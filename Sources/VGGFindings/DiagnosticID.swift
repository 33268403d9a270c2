import VGGDiagnostics

/// The stable names of everything that vggc reports, in the order of the stages that report them.
///
/// `Docs/Diagnostics.md` has an entry for each, and `vggc explain ID` prints it.
package enum DiagnosticID: String, CaseIterable, Sendable {
  // Reading YAML.
  case yamlSyntax = "yaml-syntax"
  case invalidEncoding = "invalid-encoding"
  case multipleDocuments = "multiple-documents"
  case mergeKey = "merge-key"
  case yamlTag = "yaml-tag"
  case duplicateKey = "duplicate-key"
  case unknownAnchor = "unknown-anchor"
  case nestingTooDeep = "nesting-too-deep"
  case aliasExpansion = "alias-expansion"

  // Resolving keys and elements.
  case unknownKey = "unknown-key"
  case unknownElement = "unknown-element"
  case missingKey = "missing-key"
  case conflictingKeys = "conflicting-keys"
  case wrongType = "wrong-type"
  case valueOutOfRange = "value-out-of-range"
  case unknownBase = "unknown-base"
  case extendsCycle = "extends-cycle"
  case unreadableFile = "unreadable-file"

  // Checking the graph.
  case channelMismatch = "channel-mismatch"
  case mapTooSmall = "map-too-small"
  case linearInputMismatch = "linear-input-mismatch"
  case classesLabelsMismatch = "classes-labels-mismatch"
  case preprocessMismatch = "preprocess-mismatch"
  case limitExceeded = "limit-exceeded"
  case countOverflow = "count-overflow"
  case weightsMismatch = "weights-mismatch"
  case dataMismatch = "data-mismatch"

  // Warnings.
  case poolDropsEdge = "pool-drops-edge"
  case adaptivePoolEnlarges = "adaptive-pool-enlarges"
  case adaptivePoolUneven = "adaptive-pool-uneven"
  case repeatedPool = "repeated-pool"
  case noPooling = "no-pooling"
  case largeClassifier = "large-classifier"
  case weightsOverTwoGiB = "weights-over-2gib"

  package var severity: Severity {
    switch self {
    case .poolDropsEdge, .adaptivePoolEnlarges, .adaptivePoolUneven, .repeatedPool, .noPooling,
      .largeClassifier, .weightsOverTwoGiB:
      .warning
    default:
      .error
    }
  }
}
