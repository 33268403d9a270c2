/// The values of one image between two layers, or at the end, of a network: a ``FeatureMap`` or a ``FeatureVector``.
public protocol NetworkValues: Sendable {
  /// Channels, height and width, or the number of values.
  static var dimensions: [Int] { get }
  /// All values, row by row within a channel.
  var values: [Float] { get }
}

extension FeatureMap: NetworkValues {
  /// Channels, height and width.
  public static var dimensions: [Int] { [channels, height, width] }
}

extension FeatureVector: NetworkValues {
  /// The number of values.
  public static var dimensions: [Int] { [count] }
}
