/// A requirement on a value.
package enum Expectation: Hashable, Sendable {
  case text
  case truth
  case wholeNumber
  case number
  /// The value of `features`.
  case features
  case feature
  case activation
  case globalPool
  case models
  /// A value under `models`.
  case model
  case input
  /// A size, or `none`.
  case averagePool
  case size
  /// A number for both sides of a window, or one for each.
  case sides
  /// A number of groups, or one for each channel.
  case groups
  case classifier
  case classifierLayer
  case hiddenLayers
  case layerNames
  case labels
  case preprocess
  /// A size before the crop, or `none`.
  case resize
  case augment
  case randomCrop
  case bounds
  case training
  case betas
  /// A list with a rate for each epoch.
  case rates
  case epochs
  case limits
  case count
  case byteCount
}
