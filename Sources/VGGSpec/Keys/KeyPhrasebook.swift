import VGGFindings

/// The translated documentation of keys and of the values that they may have.
///
/// There is a requirement for each type of key: a language that lacks one does not compile.
package protocol KeyPhrasebook: Sendable {
  func documentation(of key: ModelKey) -> KeyDocumentation
  func documentation(of key: InputKey) -> KeyDocumentation
  func documentation(of key: LimitKey) -> KeyDocumentation
  func documentation(of key: ConvolutionKey) -> KeyDocumentation
  func documentation(of key: MaxPoolKey) -> KeyDocumentation
  func documentation(of key: AveragePoolKey) -> KeyDocumentation
  func documentation(of key: LocalResponseNormKey) -> KeyDocumentation
  func documentation(of key: DropoutKey) -> KeyDocumentation
  func documentation(of key: ActivationWord) -> KeyDocumentation
  func documentation(of key: GlobalPoolKey) -> KeyDocumentation
  func documentation(of key: ClassifierKey) -> KeyDocumentation
  func documentation(of key: ClassifierElementKey) -> KeyDocumentation
  func documentation(of key: LinearKey) -> KeyDocumentation
  func documentation(of key: PreprocessKey) -> KeyDocumentation
  func documentation(of key: AugmentKey) -> KeyDocumentation
  func documentation(of key: RandomCropKey) -> KeyDocumentation
  func documentation(of key: TrainingKey) -> KeyDocumentation
  func documentation(of key: ScheduleKey) -> KeyDocumentation

  func summary(of word: Word) -> String
  func summary(of pattern: TextPattern) -> String
  /// A list, as completion offers it.
  var listSummary: String { get }
  /// A mapping, as completion offers it.
  func summary(of section: Section) -> String
  /// The line on a key's default, which is a value in backquotes or in words.
  func line(onDefault standard: String) -> String
}
