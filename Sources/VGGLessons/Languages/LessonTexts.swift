/// The constant texts of lessons, worksheets and questions, a language's in one table for its translators.
///
/// Texts with something to fill in, or that depend on a number, are functions of the phrasebook.
package struct LessonTexts: Sendable {
  package let image: String
  package let classifier: String
  package let parameters: String
  package let macs: String
  package let memory: String
  /// How shapes are written, and whose names the layers have.
  package let notation: String
  package let formulasHeading: String
  package let slidingWindow: String
  package let sizeFormula: [String]
  /// The same for kernels with dilation.
  package let dilatedSizeFormula: [String]
  /// What `ceil: true` changes.
  package let roundingUp: String
  package let convolutionCosts: String
  package let convolutionFormulas: [String]
  /// The same for convolutions in groups.
  package let groupedConvolutionFormulas: [String]
  package let fullyConnectedCosts: String
  package let fullyConnectedFormulas: [String]
  package let channelLoopHeading: String
  package let everyLayerHeading: String
  package let rectified: String
  package let exponentialShare: String
  package let normalized: String
  /// The same for the values of a vector.
  package let normalizedVector: String
  package let largestOfChannel: String
  package let meanOfChannel: String
  package let flattenedOrder: String
  package let doesNothing: String
  package let receptiveFieldsHeading: String
  package let receptiveFieldMeaning: String
  package let receptiveFieldFormulas: [String]
  /// The same for kernels with dilation.
  package let dilatedReceptiveFieldFormulas: [String]
  /// That rows and columns are counted apart.
  package let rectangularFields: String
  package let firstWindowReach: String
  package let pixelsSeenFormula: String
  /// The titles of after, map, sees, jump, padding, and the pixels that the first value sees.
  package let receptiveFieldColumns: ReceptiveFieldColumns
  package let dilationHeading: String
  package let dilationOnMaps: String
  package let groupsHeading: String
  package let groupsMeet: String
  /// Whether the padding's zeros are values of an average.
  package let paddingCounted: String
  package let paddingNotCounted: String
  package let stacksHeading: String
  package let stackReceptiveFields: String
  package let stackReasons: String
  package let stackGeneralCounts: String
  package let stackColumns: StackColumns
  package let classifierInputHeading: String
  /// Of a network without a classifier.
  package let lastMapHeading: String
  package let mapsOfOtherSizes: String
  package let denseFormHeading: String
  /// The map before the average of a dense classifier, as a formula.
  package let scoreMapFormula: String
  package let scoreMap: String
  package let flatteningMeaning: String
  package let mapBeforeAdaptivePooling: String
  package let noClosedFormula: String
  package let closedFormula: String
  /// The name of the flattened size in a formula.
  package let flattenedVariable: String
  package let sizeColumns: SizeColumns
  package let otherSizesHeading: String
  package let wayColumns: WayColumns
  /// That the dense form has no place for its kernel.
  package let none: String
  package let localResponseHeading: String
  package let localResponseMeaning: String
  package let localResponseInThePaper: String
  package let batchNormalizationHeading: String
  package let otherToolsHeading: String
  package let whatCanBeCompared: String
  package let toolColumns: ToolColumns
  package let overflow: String
  package let stopHeading: String
  package let kernelColumns: KernelColumns
  package let kernelColumnsMeaning: String
  package let wholeNetworkHeading: String
  package let wholeNetworkMeaning: String
  package let asConfigured: String
  package let paperOnKernels: String
  package let nameAndDate: String
  package let reminders: String
  /// What the notation says of kernels, strides and padding.
  package let notationReminder: String
  package let arithmeticHeading: String
  package let right: String
  package let glossary: [GlossaryEntry]
}
