/// A network whose layers' values can be computed by name; generated types conform to it.
///
/// ```swift
/// let map = network.features(upTo: \.relu4_3, of: image)      // a FeatureMap<512, 28, 28>
/// ```
public protocol LayeredNetwork: ImageNetwork {
  /// The values after each layer, as computed properties with the layers' names.
  associatedtype Layers

  /// The values after each layer for one image. Nothing is computed until a property is read.
  func layers(of image: Input) -> Layers
}

extension LayeredNetwork {
  /// The values after `layer` for one image; the layers behind it do not run.
  ///
  /// To keep several layers' values of the same run, list them as `taps` in the network's configuration.
  ///
  /// - Parameters:
  ///   - layer: The layer by its name in the paper, such as `\.conv4_3` or `\.pool5`.
  ///   - image: The network's input.
  public func features<Values: NetworkValues>(
    upTo layer: KeyPath<Layers, Values>, of image: Input
  ) -> Values {
    layers(of: image)[keyPath: layer]
  }
}
