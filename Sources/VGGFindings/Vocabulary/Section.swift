/// A mapping of the language, by what its keys describe.
package enum Section: Hashable, Sendable {
  case configuration
  case input
  case convolution
  case maxPooling
  case averagePooling
  case localResponseNorm
  case activation
  case globalPooling
  case dropout
  case classifier
  case classifierLayer
  case linear
  case preprocess
  case augment
  case randomCrop
  case training
  case schedule
  case limits
}
