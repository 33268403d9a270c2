import VGGSpec

/// The outlines of the built-in configurations, each network once under its first name.
enum BuiltInOutlines {
  /// The configuration whose feature layers have the tensors of `outline`, whatever the image's
  /// channels.
  static func named(byFeaturesOf outline: NetworkOutline) -> (
    name: String, outline: NetworkOutline
  )? {
    all.first { $0.outline.hasFeatures(of: outline) }
  }

  private static let all: [(name: String, outline: NetworkOutline)] =
    (BuiltInConfiguration.paper + BuiltInConfiguration.batchNorm).flatMap { builtIn in
      builtIn.graphs.map { (builtIn.name, NetworkOutline($0)) }
    }
}

extension NetworkOutline {
  /// Whether the feature layers are the same, except for the channels of the image.
  func hasFeatures(of other: NetworkOutline) -> Bool {
    norms == other.norms && featureSlopes == other.featureSlopes
      && convolutions.count == other.convolutions.count
      && zip(convolutions, other.convolutions).enumerated().allSatisfy { place, pair in
        pair.0 == (place == 0 ? pair.1.taking(pair.0.inputChannels) : pair.1)
      }
  }
}

extension NetworkOutline.Convolution {
  fileprivate func taking(_ inputChannels: Int) -> Self {
    var copy = self
    copy.inputChannels = inputChannels
    return copy
  }
}
