/// The constant texts of lessons, worksheets and questions, one table per language for its translators.
///
/// Texts that have placeholders or depend on a number are functions of the phrasebook.
package struct LessonTexts: Sendable {
  package let image: String
  package let classifier: String
  package let parameters: String
  package let macs: String
  package let memory: String
  /// The notation of shapes, and the source of the layer names.
  package let notation: String
  package let formulasHeading: String
  package let slidingWindow: String
  package let sizeFormula: [String]
  /// The size formula for kernels with dilation.
  package let dilatedSizeFormula: [String]
  /// The effect of `ceil: true`.
  package let roundingUp: String
  package let convolutionCosts: String
  package let convolutionFormulas: [String]
  /// The formulas for convolutions with groups.
  package let groupedConvolutionFormulas: [String]
  package let fullyConnectedCosts: String
  package let fullyConnectedFormulas: [String]
  package let channelLoopHeading: String
  package let everyLayerHeading: String
  package let rectified: String
  package let exponentialShare: String
  package let normalized: String
  /// The normalisation of a vector's values.
  package let normalizedVector: String
  package let largestOfChannel: String
  package let meanOfChannel: String
  package let flattenedOrder: String
  package let doesNothing: String
  package let receptiveFieldsHeading: String
  package let receptiveFieldMeaning: String
  package let receptiveFieldFormulas: [String]
  /// The formulas for kernels with dilation.
  package let dilatedReceptiveFieldFormulas: [String]
  /// Says that rows and columns are counted separately.
  package let rectangularFields: String
  package let firstWindowReach: String
  package let pixelsSeenFormula: String
  /// The column titles: after, map, sees, jump, padding, and the pixels that the first value sees.
  package let receptiveFieldColumns: ReceptiveFieldColumns
  package let dilationHeading: String
  package let dilationOnMaps: String
  package let groupsHeading: String
  package let groupsMeet: String
  /// Says that an average includes the padding's zeros.
  package let paddingCounted: String
  package let paddingNotCounted: String
  package let stacksHeading: String
  package let stackReceptiveFields: String
  package let stackReasons: String
  package let stackGeneralCounts: String
  package let stackColumns: StackColumns
  package let classifierInputHeading: String
  /// The heading for a network without a classifier.
  package let lastMapHeading: String
  package let mapsOfOtherSizes: String
  package let denseFormHeading: String
  /// The introduction of the formula for a dense classifier's map, before it is averaged.
  package let scoreMapFormula: String
  package let scoreMap: String
  package let flatteningMeaning: String
  package let mapBeforeAdaptivePooling: String
  package let noClosedFormula: String
  package let closedFormula: String
  /// The name of the flattened size in formulas.
  package let flattenedVariable: String
  package let sizeColumns: SizeColumns
  package let otherSizesHeading: String
  package let wayColumns: WayColumns
  /// The table entry for a map that the dense form's kernel does not fit.
  package let none: String
  package let localResponseHeading: String
  package let localResponseMeaning: String
  package let localResponseInThePaper: String
  package let batchNormalizationHeading: String
  package let otherToolsHeading: String
  package let whatCanBeCompared: String
  /// The way that the tools count a dense classifier.
  package let denseFormInTools: String
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
  /// A reminder of the notation for kernels, strides and padding.
  package let notationReminder: String
  package let arithmeticHeading: String
  package let right: String
}
