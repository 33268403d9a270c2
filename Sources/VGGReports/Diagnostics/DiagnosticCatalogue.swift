import VGGDiagnostics
import VGGFindings

/// An entry for every diagnostic.
package enum DiagnosticCatalogue {
  /// All entries, in the order of ``DiagnosticID``.
  package static var entries: [DiagnosticEntry] { DiagnosticID.allCases.map { entry(for: $0) } }

  /// The entry of a diagnostic.
  ///
  /// The switch has no default, so that a new diagnostic does not compile without an entry.
  package static func entry(for id: DiagnosticID) -> DiagnosticEntry {
    switch id {
    case .yamlSyntax: .yamlSyntax
    case .invalidEncoding: .invalidEncoding
    case .multipleDocuments: .multipleDocuments
    case .mergeKey: .mergeKey
    case .yamlTag: .yamlTag
    case .duplicateKey: .duplicateKey
    case .unknownAnchor: .unknownAnchor
    case .nestingTooDeep: .nestingTooDeep
    case .aliasExpansion: .aliasExpansion
    case .unknownKey: .unknownKey
    case .unknownElement: .unknownElement
    case .missingKey: .missingKey
    case .conflictingKeys: .conflictingKeys
    case .wrongType: .wrongType
    case .valueOutOfRange: .valueOutOfRange
    case .unknownBase: .unknownBase
    case .extendsCycle: .extendsCycle
    case .unreadableFile: .unreadableFile
    case .channelMismatch: .channelMismatch
    case .mapTooSmall: .mapTooSmall
    case .linearInputMismatch: .linearInputMismatch
    case .classesLabelsMismatch: .classesLabelsMismatch
    case .preprocessMismatch: .preprocessMismatch
    case .limitExceeded: .limitExceeded
    case .countOverflow: .countOverflow
    case .weightsMismatch: .weightsMismatch
    case .dataMismatch: .dataMismatch
    case .poolDropsEdge: .poolDropsEdge
    case .adaptivePoolEnlarges: .adaptivePoolEnlarges
    case .adaptivePoolUneven: .adaptivePoolUneven
    case .repeatedPool: .repeatedPool
    case .noPooling: .noPooling
    case .largeClassifier: .largeClassifier
    case .weightsOverTwoGiB: .weightsOverTwoGiB
    }
  }
}
