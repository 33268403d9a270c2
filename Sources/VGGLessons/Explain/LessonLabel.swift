/// The subject of a line in a layer's lesson.
package enum LessonLabel: CaseIterable, Sendable {
  /// The operation on each value.
  case eachValue
  /// The output's height and width, if they have the same formula.
  case size
  case rows
  case columns
  case parameters
  case macs
  /// The receptive field.
  case sees
  /// The distance in pixels between the receptive fields of neighbouring values.
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
  /// The values that a weight file has in addition to the parameters.
  case stored
  /// The bin of a row in an adaptive pooling layer.
  case bin
}
