import VGGFindings

extension KoreanFindings {
  package func explanation(of id: DiagnosticID) -> FindingExplanation {
    switch id {
    case .foreignText: Self.foreignText
    case .lookalike: Self.lookalike
    case .otherNotation: Self.otherNotation
    case .yamlSyntax: Self.yamlSyntax
    case .invalidEncoding: Self.invalidEncoding
    case .multipleDocuments: Self.multipleDocuments
    case .mergeKey: Self.mergeKey
    case .yamlTag: Self.yamlTag
    case .duplicateKey: Self.duplicateKey
    case .unknownAnchor: Self.unknownAnchor
    case .nestingTooDeep: Self.nestingTooDeep
    case .aliasExpansion: Self.aliasExpansion
    case .unknownKey: Self.unknownKey
    case .unknownElement: Self.unknownElement
    case .missingKey: Self.missingKey
    case .conflictingKeys: Self.conflictingKeys
    case .wrongType: Self.wrongType
    case .valueOutOfRange: Self.valueOutOfRange
    case .repeatedActivation: Self.repeatedActivation
    case .samePadding: Self.samePadding
    case .unknownBase: Self.unknownBase
    case .extendsCycle: Self.extendsCycle
    case .unreadableFile: Self.unreadableFile
    case .channelMismatch: Self.channelMismatch
    case .unevenGroups: Self.unevenGroups
    case .mapTooSmall: Self.mapTooSmall
    case .linearInputMismatch: Self.linearInputMismatch
    case .normBeforeLinear: Self.normBeforeLinear
    case .classesLabelsMismatch: Self.classesLabelsMismatch
    case .networkEnd: Self.networkEnd
    case .networkTap: Self.networkTap
    case .preprocessMismatch: Self.preprocessMismatch
    case .limitExceeded: Self.limitExceeded
    case .countOverflow: Self.countOverflow
    case .weightsMismatch: Self.weightsMismatch
    case .dataMismatch: Self.dataMismatch
    case .poolDropsEdge: Self.poolDropsEdge
    case .adaptivePoolEnlarges: Self.adaptivePoolEnlarges
    case .adaptivePoolUneven: Self.adaptivePoolUneven
    case .repeatedPool: Self.repeatedPool
    case .poolWithoutEffect: Self.poolWithoutEffect
    case .noPooling: Self.noPooling
    case .oneClass: Self.oneClass
    case .narrowConvolution: Self.narrowConvolution
    case .paddingOverKernel: Self.paddingOverKernel
    case .squashedScores: Self.squashedScores
    case .largeClassifier: Self.largeClassifier
    case .weightsOverTwoGiB: Self.weightsOverTwoGiB
    case .smallCrop: Self.smallCrop
    }
  }

  package var explanationHeadings: ExplanationHeadings {
    ExplanationHeadings(example: "예", repair: "해결 방법", repaired: "고친 뒤")
  }
}
