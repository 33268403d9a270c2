import VGGGraph

/// A layer's arithmetic, line by line.
package protocol LayerPhrases {
  func label(_ label: LessonLabel) -> String
  /// What an activation makes of a value x.
  func activated(_ formula: String) -> String
  func largest(of window: Window) -> String
  func mean(of window: Window) -> String
  func runningStatistics(channels: Int) -> String
  /// - Parameter quantity: The side that the formula is of, or both.
  func sees(_ formula: String, _ quantity: SizeQuantity) -> String
  func jump(_ formula: String, _ quantity: SizeQuantity) -> String
  /// `Conv2d(3, 64), then in_channels = 64, which conv1_2 takes`.
  func channelStep(of convolution: Conv2d, next: String?) -> String
  /// What one output of a dense classifier's layer is made of.
  func denseValue(of layer: DenseLinear) -> String
  func channelsStay(_ channels: Int) -> String
  /// That the first convolution takes the image's channels.
  func imageHas(_ channels: Int) -> String
  func leftOut(rows: Int, columns: Int) -> String
  func inputFeatures(_ count: Int) -> String
  func binRows(from start: String, upTo end: String) -> String
  func binColumns(_ fraction: String) -> String
  func dropped(_ probability: String) -> String
  /// Where the list of layers is cut.
  func cut(after shown: Int, of all: Int) -> String
}
