import VGGSpec

extension ModelKey {
  /// The extensions of the files that the key's value may name; empty if the value is not a file name.
  var fileEndings: [String] {
    switch self {
    case .extends: [".yaml", ".yml"]
    case .labels: [".txt"]
    case .name, .input, .features, .batchNorm, .activation, .avgpool, .classifier, .until, .taps,
      .preprocess, .augment, .training, .limits, .models:
      []
    }
  }

  /// Whether the key's value names layers of the network.
  var namesLayers: Bool {
    switch self {
    case .until, .taps: true
    case .name, .input, .features, .batchNorm, .activation, .avgpool, .classifier, .labels,
      .preprocess, .augment, .training, .limits, .extends, .models:
      false
    }
  }
}
