import VGGGraph

/// A layer's arithmetic, line by line.
package protocol LayerPhrases {
  var everyLayerHeading: String { get }
  func label(_ label: LessonLabel) -> String
  func largest(of window: Window) -> String
  func mean(of window: Window) -> String
  var rectified: String { get }
  var exponentialShare: String { get }
  var normalized: String { get }
  func runningStatistics(channels: Int) -> String
  func sees(_ formula: String) -> String
  func jump(_ formula: String) -> String
  /// `Conv2d(3, 64), then in_channels = 64, which conv1_2 takes`.
  func channelStep(of convolution: Conv2d, next: String?) -> String
  func channelsStay(_ channels: Int) -> String
  func leftOut(rows: Int, columns: Int) -> String
  var flattenedOrder: String { get }
  func inputFeatures(_ count: Int) -> String
  func binRows(from start: String, upTo end: String) -> String
  func binColumns(_ fraction: String) -> String
  func dropped(_ probability: String) -> String
  var doesNothing: String { get }
  /// Where the list of layers is cut.
  func cut(after shown: Int, of all: Int) -> String
}
