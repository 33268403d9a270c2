import VGGRuntime

/// A network small enough to build and run in a test, and the same network written by hand with the
/// runtime's layers.
enum TinyNetwork {
  static let configuration = """
    name: tiny
    input: [3, 12, 10]
    batch_norm: true
    features:
      - 6
      - {maxpool: 3, stride: 2, padding: 1, ceil: true}
      - LRN
      - conv1-5
      - {avgpool: 2, stride: 1}
      - {dropout: 0.1}
      - {conv: 4, kernel: 3, stride: 2, padding: 0}
    avgpool: 2
    classifier: [{linear: 8}, relu, {dropout: 0.5}, {linear: 6}]
    labels: [cat, dog, "a \\"quoted\\" bird", 고양이, horse, frog]
    preprocess: {resize: 14, mean: 0.5, std: [0.2, 0.25, 0.3]}
    """

  /// The output of the layers up to the first pooling layer.
  static func firstBlock(
    _ weights: some WeightSource, _ image: FeatureMap<3, 12, 10>
  ) throws -> [Float] {
    let conv1 = try Conv3x3<3, 6, 12, 10>("features.0", from: weights)
    let norm1 = try BatchNorm2d<6, 12, 10>("features.1", from: weights)
    let pool1 = try MaxPool2d<6, 12, 10, 7, 6>(kernel: 3, stride: 2, padding: 1, ceilMode: true)
    return pool1(norm1(conv1(image)).relu()).values
  }

  /// The logits of the layers when they are called one by one.
  static func logits(
    _ weights: some WeightSource, _ image: FeatureMap<3, 12, 10>
  ) throws -> [Float] {
    let conv1 = try Conv3x3<3, 6, 12, 10>("features.0", from: weights)
    let norm1 = try BatchNorm2d<6, 12, 10>("features.1", from: weights)
    let pool1 = try MaxPool2d<6, 12, 10, 7, 6>(kernel: 3, stride: 2, padding: 1, ceilMode: true)
    let response = LocalResponseNorm<6, 7, 6>(size: 5, alpha: 5e-4, beta: 0.75, k: 2)
    let conv2 = try Conv1x1<6, 5, 7, 6>("features.5", from: weights)
    let norm2 = try BatchNorm2d<5, 7, 6>("features.6", from: weights)
    let pool2 = try AvgPool2d<5, 7, 6, 6, 5>(kernel: 2, stride: 1)
    let conv3 = try Conv2d<5, 6, 5, 4, 2, 2>("features.10", kernel: 3, stride: 2, from: weights)
    let norm3 = try BatchNorm2d<4, 2, 2>("features.11", from: weights)
    let mean = AdaptiveAvgPool2d<4, 2, 2, 2, 2>()
    let flatten = try Flatten<4, 2, 2, 16>()
    let hidden = try Linear<16, 8>("classifier.0", from: weights)
    let scores = try Linear<8, 6>("classifier.3", from: weights)

    let first = response(pool1(norm1(conv1(image)).relu()))
    let second = pool2(norm2(conv2(first)).relu())
    let third = norm3(conv3(second)).relu()
    return scores(hidden(flatten(mean(third))).relu()).values
  }
}
