/// The outputs of a network in addition to the last, in the type generated for a configuration with `taps`.
public protocol NetworkTaps: Sendable {
  /// The values of each tap under its name in the configuration, in the configuration's order.
  var named: [NamedValues] { get }
}

/// Values of one image with the name of the layer that they come from.
public struct NamedValues: Hashable, Sendable {
  /// The layer's name: `relu1_2`, `features.3`.
  public let name: String
  /// Channels, height and width, or the number of values.
  public let dimensions: [Int]
  /// The values, row by row within a channel.
  public let values: [Float]

  /// A map or a vector under a name.
  public init<Values: NetworkValues>(_ name: String, _ values: Values) {
    self.init(name: name, dimensions: Values.dimensions, values: values.values)
  }

  package init(name: String, dimensions: [Int], values: [Float]) {
    self.name = name
    self.dimensions = dimensions
    self.values = values
  }
}
