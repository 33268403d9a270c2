/// What a line of a layer's lesson is about.
package enum LessonLabel: CaseIterable, Sendable {
  /// What becomes of a value.
  case eachValue
  /// The output's height and width, where they are alike.
  case size
  case rows
  case columns
  case parameters
  case macs
  /// The receptive field.
  case sees
  /// The distance, in pixels, between what neighbours see.
  case jump
  /// The argument of torchvision's `Conv2d`.
  case inChannels
  /// The argument of PyTorch's `Linear`.
  case inFeatures
  /// Rows and columns that no window covers.
  case leftOut
  case valueCount
  case order
  case training
  case inference
  /// What a file of weights has besides the parameters.
  case stored
  /// The bin of an adaptive pooling's row.
  case bin
}
