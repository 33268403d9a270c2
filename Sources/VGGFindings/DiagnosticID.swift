import VGGDiagnostics
import VGGFiles

/// The stable names of everything that vggc reports, in the order of the catalogue.
///
/// Catalogue, documentation, SARIF's rules and the tests' lists are derived from this list.
package enum DiagnosticID: String, CaseIterable, Sendable {
  // Reading YAML.
  case foreignText = "foreign-text"
  case lookalike = "look-alike"
  case otherNotation = "other-notation"
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
  case repeatedActivation = "repeated-activation"
  case samePadding = "same-padding"
  case unknownBase = "unknown-base"
  case extendsCycle = "extends-cycle"
  case unreadableFile = "unreadable-file"

  // Checking the graph.
  case channelMismatch = "channel-mismatch"
  case unevenGroups = "uneven-groups"
  case mapTooSmall = "map-too-small"
  case linearInputMismatch = "linear-input-mismatch"
  case normBeforeLinear = "norm-before-linear"
  case classesLabelsMismatch = "classes-labels-mismatch"
  case networkEnd = "network-end"
  case networkTap = "network-tap"
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
  case poolWithoutEffect = "pool-without-effect"
  case noPooling = "no-pooling"
  case oneClass = "one-class"
  case narrowConvolution = "narrow-convolution"
  case paddingOverKernel = "padding-over-kernel"
  case squashedScores = "squashed-scores"
  case largeClassifier = "large-classifier"
  case weightsOverTwoGiB = "weights-over-2gib"
  case smallCrop = "small-crop"

  /// The type of its findings.
  package var finding: any Finding.Type {
    switch self {
    case .foreignText: ForeignText.self
    case .lookalike: Lookalike.self
    case .otherNotation: OtherNotation.self
    case .yamlSyntax: YAMLSyntax.self
    case .invalidEncoding: InvalidEncoding.self
    case .multipleDocuments: MultipleDocuments.self
    case .mergeKey: MergeKey.self
    case .yamlTag: YAMLTag.self
    case .duplicateKey: DuplicateKey.self
    case .unknownAnchor: UnknownAnchor.self
    case .nestingTooDeep: NestingTooDeep.self
    case .aliasExpansion: AliasExpansion.self
    case .unknownKey: UnknownKey.self
    case .unknownElement: UnknownElement.self
    case .missingKey: MissingKey.self
    case .conflictingKeys: ConflictingKeys.self
    case .wrongType: WrongType.self
    case .valueOutOfRange: ValueOutOfRange.self
    case .repeatedActivation: RepeatedActivation.self
    case .samePadding: SamePadding.self
    case .unknownBase: UnknownBase.self
    case .extendsCycle: ExtendsCycle.self
    case .unreadableFile: UnreadableInput.self
    case .channelMismatch: ChannelMismatch.self
    case .unevenGroups: UnevenGroups.self
    case .mapTooSmall: MapTooSmall.self
    case .linearInputMismatch: LinearInputMismatch.self
    case .normBeforeLinear: NormBeforeLinear.self
    case .classesLabelsMismatch: ClassesLabelsMismatch.self
    case .networkEnd: NetworkEnd.self
    case .networkTap: NetworkTap.self
    case .preprocessMismatch: PreprocessMismatch.self
    case .limitExceeded: LimitExceeded.self
    case .countOverflow: CountOverflow.self
    case .weightsMismatch: WeightsMismatch.self
    case .dataMismatch: DataMismatch.self
    case .poolDropsEdge: PoolDropsEdge.self
    case .adaptivePoolEnlarges: AdaptivePoolEnlarges.self
    case .adaptivePoolUneven: AdaptivePoolUneven.self
    case .repeatedPool: RepeatedPool.self
    case .poolWithoutEffect: PoolWithoutEffect.self
    case .noPooling: NoPooling.self
    case .oneClass: OneClass.self
    case .narrowConvolution: NarrowConvolution.self
    case .paddingOverKernel: PaddingOverKernel.self
    case .squashedScores: SquashedScores.self
    case .largeClassifier: LargeClassifier.self
    case .weightsOverTwoGiB: WeightsOverTwoGiB.self
    case .smallCrop: SmallCrop.self
    }
  }

  package var severity: Severity { finding.severity }
  package var stage: DiagnosticStage { finding.stage }
  package var explanation: FindingExplanation { finding.explanation }
  package var example: FindingExample { finding.example }
}

/// A language's words for all of vggc's findings.
package protocol FindingPhrasebook: Sendable {
  /// The words that start the lines of a report.
  var headings: ReportHeadings { get }
  /// A message about one file that is shown at another.
  func inFile(_ name: String, _ message: String) -> String
  /// The title of the action that applies all certain fix-its of a file.
  var applyAllFixes: String { get }
  /// The title of a fix-it, as an imperative: `replace 3 with 64`.
  func title(of action: FixIt.Action) -> String
  /// A likely reason why weights do not fit, with the remedy if there is one.
  func words(for reason: WeightReason) -> String
  /// The explanation that `vggc explain ID` prints: why something is reported and what to do about it.
  func explanation(of id: DiagnosticID) -> FindingExplanation
  /// The headings of the parts that `vggc explain ID` prints.
  var explanationHeadings: ExplanationHeadings { get }
  /// The reason that a file of labels cannot be used, and the remedy.
  ///
  /// - Parameter path: The file's path, for the command that converts it.
  func words(for fault: LabelFault, in path: String) -> String
  /// A part that another tool's text does not state.
  func words(for part: UnsaidPart) -> String
  /// A difference between another tool's network and the configuration's.
  func words(for difference: ForeignDifference) -> String
  func words(for section: Section) -> String
  /// Square images by their sides, before a noun: `from 224 x 224 to 255 x 255`.
  func squares(_ sides: ClosedRange<Int>) -> String
  /// The reason why a file cannot be read, after a colon.
  func words(for cause: UnreadableFile.Cause) -> String
  /// The reason why a file cannot be written, from the system or from vggc's own checks, after a colon.
  func writingReason(_ text: String) -> String

  func words(for finding: ForeignText) -> FindingWords
  func words(for finding: ForeignPart) -> FindingWords
  func words(for finding: Lookalike) -> FindingWords
  func words(for finding: OtherNotation) -> FindingWords
  func words(for finding: YAMLSyntax) -> FindingWords
  func words(for finding: InvalidEncoding) -> FindingWords
  func words(for finding: MultipleDocuments) -> FindingWords
  func words(for finding: MergeKey) -> FindingWords
  func words(for finding: YAMLTag) -> FindingWords
  func words(for finding: DuplicateKey) -> FindingWords
  func words(for finding: UnknownAnchor) -> FindingWords
  func words(for finding: NestingTooDeep) -> FindingWords
  func words(for finding: AliasExpansion) -> FindingWords
  func words(for finding: UnknownKey) -> FindingWords
  func words(for finding: UnknownElement) -> FindingWords
  func words(for finding: MissingKey) -> FindingWords
  func words(for finding: ConflictingKeys) -> FindingWords
  func words(for finding: WrongType) -> FindingWords
  func words(for finding: ValueOutOfRange) -> FindingWords
  func words(for finding: RepeatedActivation) -> FindingWords
  func words(for finding: SamePadding) -> FindingWords
  func words(for finding: UnknownBase) -> FindingWords
  func words(for finding: ExtendsCycle) -> FindingWords
  func words(for finding: UnreadableInput) -> FindingWords
  func words(for finding: ChannelMismatch) -> FindingWords
  func words(for finding: UnevenGroups) -> FindingWords
  func words(for finding: MapTooSmall) -> FindingWords
  func words(for finding: LinearInputMismatch) -> FindingWords
  func words(for finding: NormBeforeLinear) -> FindingWords
  func words(for finding: ClassesLabelsMismatch) -> FindingWords
  func words(for finding: NetworkEnd) -> FindingWords
  func words(for finding: NetworkTap) -> FindingWords
  func words(for finding: PreprocessMismatch) -> FindingWords
  func words(for finding: LimitExceeded) -> FindingWords
  func words(for finding: CountOverflow) -> FindingWords
  func words(for finding: WeightsMismatch) -> FindingWords
  func words(for finding: DataMismatch) -> FindingWords
  func words(for finding: PoolDropsEdge) -> FindingWords
  func words(for finding: AdaptivePoolEnlarges) -> FindingWords
  func words(for finding: AdaptivePoolUneven) -> FindingWords
  func words(for finding: RepeatedPool) -> FindingWords
  func words(for finding: PoolWithoutEffect) -> FindingWords
  func words(for finding: NoPooling) -> FindingWords
  func words(for finding: OneClass) -> FindingWords
  func words(for finding: NarrowConvolution) -> FindingWords
  func words(for finding: PaddingOverKernel) -> FindingWords
  func words(for finding: SquashedScores) -> FindingWords
  func words(for finding: LargeClassifier) -> FindingWords
  func words(for finding: WeightsOverTwoGiB) -> FindingWords
  func words(for finding: SmallCrop) -> FindingWords
}
