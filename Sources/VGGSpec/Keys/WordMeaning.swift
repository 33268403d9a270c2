import VGGPhotoFit

/// The meaning of a word of the language, apart from its text.
package enum WordMeaning: Sendable, Hashable {
  case feature(FeatureWord)
  case activation(ActivationWord)
  case classifierLayer(ClassifierElementKey)
  case globalPool(GlobalPool)
  case padding(PaddingWord)
  case groups(GroupsWord)
  case interpolation(PhotoInterpolation)
  /// `crop: random`.
  case randomCrop
  case optimizer(OptimizerName)
  case schedule(ScheduleWord)
  /// `D`.
  case builtIn
  /// `none`.
  case without(OptionalPart)

  /// A part that a configuration can leave out with `none`.
  package enum OptionalPart: Sendable, Hashable, CaseIterable {
    case activation
    case avgpool
    case classifier
    case dense
    case resize
    case crop
    case clip
  }
}
