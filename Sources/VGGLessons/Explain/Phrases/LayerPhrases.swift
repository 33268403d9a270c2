import VGGGraph

/// The phrases for a layer's arithmetic, line by line.
package protocol LayerPhrases {
  func label(_ label: LessonLabel) -> String
  /// The activation's result for a value x.
  func activated(_ formula: String) -> String
  func largest(of window: Window) -> String
  func mean(of window: Window) -> String
  func runningStatistics(channels: Int) -> String
  /// - Parameter quantity: The side that the formula is for, or both sides.
  func sees(_ formula: String, _ quantity: SizeQuantity) -> String
  func jump(_ formula: String, _ quantity: SizeQuantity) -> String
  /// The channels passed to the next layer: `Conv2d(3, 64), then in_channels = 64, which conv1_2 takes`.
  func channelStep(of convolution: Conv2d, next: String?) -> String
  /// The computation of one output of a dense classifier's layer.
  func denseValue(of layer: DenseLinear) -> String
  func channelsStay(_ channels: Int) -> String
  /// Says that the first convolution takes the image's channels.
  func imageHas(_ channels: Int) -> String
  func leftOut(rows: Int, columns: Int) -> String
  func inputFeatures(_ count: Int) -> String
  func binRows(from start: String, upTo end: String) -> String
  func binColumns(_ fraction: String) -> String
  func dropped(_ probability: String) -> String
  /// Says where the list of layers is cut.
  func cut(after shown: Int, of all: Int) -> String
}
