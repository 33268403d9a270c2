// swift-format-ignore-file: AlwaysUseLowerCamelCase
// Layers are named as the paper names them.

import Dispatch
import Synchronization
import Testing
import VGGRuntime

@Suite struct NetworkTests {
  @Test func plain() throws {
    let golden = try Golden("network-plain")
    try golden.expect(PlainNetwork(weights: golden.weights)(golden.map()))
  }

  @Test func batchNorm() throws {
    let golden = try Golden("network-batch-norm")
    try golden.expect(BatchNormNetwork(weights: golden.weights)(golden.map()))
  }

  @Test func localResponseNorm() throws {
    let golden = try Golden("network-lrn")
    try golden.expect(LRNNetwork(weights: golden.weights)(golden.map()))
  }

  /// One network, run concurrently by several tasks.
  @Test func runsConcurrently() async throws {
    let forward = try plainForward()
    let expected = forward()
    await withTaskGroup(of: [Float].self) { group in
      for _ in 0..<8 { group.addTask { forward() } }
      for await values in group { #expect(values == expected) }
    }
  }

  /// The network is wide enough for several threads and the fast algorithms; there are more callers
  /// than processors, each on a separate thread.
  @Test func givesTheSameBitsToManyThreads() throws {
    let network = try WideNetwork(weights: SeededInitializer(seed: 5))
    let image = try FeatureMap<3, 24, 20>((0..<1440).map { Float($0 * 37 % 101) / 50 - 1 })
    let expected = network(image).values
    #expect(expected.contains { $0 != 0 })
    let results = Mutex<[[Float]]>([])
    DispatchQueue.concurrentPerform(iterations: 16) { _ in
      let values = network(image).values
      results.withLock { $0.append(values) }
    }
    #expect(results.withLock { $0 } == Array(repeating: expected, count: 16))
  }

  private func plainForward() throws -> @Sendable () -> [Float] {
    let golden = try Golden("network-plain")
    let network = try PlainNetwork(weights: golden.weights)
    let image: FeatureMap<3, 13, 11> = try golden.map()
    return { network(image).values }
  }
}

/// Channel counts that are not multiples of 16.
struct WideNetwork: LayeredNetwork {
  /// Some of the layers, like those in generated code.
  struct Layers: Sendable {
    let network: WideNetwork
    let image: FeatureMap<3, 24, 20>

    var conv1_1: FeatureMap<40, 24, 20> { network.conv1_1(image) }
    var relu1_1: FeatureMap<40, 24, 20> { conv1_1.relu() }
    var fc3: FeatureVector<30> { network(image) }
  }

  let conv1_1: Conv3x3<3, 40, 24, 20>
  let conv1_2: Conv3x3<40, 33, 24, 20>
  let pool1: MaxPool2d<33, 24, 20, 12, 10>
  let conv2_1: Conv2d<33, 12, 10, 20, 12, 10>
  let avgpool: AdaptiveAvgPool2d<20, 12, 10, 3, 3>
  let flatten: Flatten<20, 3, 3, 180>
  let fc3: Linear<180, 30>

  init(weights: some WeightSource) throws {
    conv1_1 = try Conv3x3("features.0", from: weights)
    conv1_2 = try Conv3x3("features.2", from: weights)
    pool1 = try MaxPool2d(kernel: 2, stride: 2)
    conv2_1 = try Conv2d("features.5", kernel: 5, padding: 2, from: weights)
    avgpool = AdaptiveAvgPool2d()
    flatten = try Flatten()
    fc3 = try Linear("classifier.0", from: weights)
  }

  func callAsFunction(_ image: FeatureMap<3, 24, 20>) -> FeatureVector<30> {
    let block1 = pool1(conv1_2(conv1_1(image).relu()).relu())
    return fc3(flatten(avgpool(conv2_1(block1).relu())))
  }

  func layers(of image: FeatureMap<3, 24, 20>) -> Layers { Layers(network: self, image: image) }
}

/// An odd input size, and a 1x1 convolution as in configuration C.
struct PlainNetwork: Sendable {
  let conv1_1: Conv3x3<3, 6, 13, 11>
  let pool1: MaxPool2d<6, 13, 11, 6, 5>
  let conv2_1: Conv3x3<6, 8, 6, 5>
  let conv2_2: Conv1x1<8, 8, 6, 5>
  let pool2: MaxPool2d<8, 6, 5, 3, 2>
  let flatten: Flatten<8, 3, 2, 48>
  let fc3: Linear<48, 12>
  let fc4: Linear<12, 10>

  init(weights: some WeightSource) throws {
    conv1_1 = try Conv3x3("features.0", from: weights)
    pool1 = try MaxPool2d(kernel: 2, stride: 2)
    conv2_1 = try Conv3x3("features.3", from: weights)
    conv2_2 = try Conv1x1("features.5", from: weights)
    pool2 = try MaxPool2d(kernel: 2, stride: 2)
    flatten = try Flatten()
    fc3 = try Linear("classifier.0", from: weights)
    fc4 = try Linear("classifier.3", from: weights)
  }

  func callAsFunction(_ image: FeatureMap<3, 13, 11>) -> FeatureVector<10> {
    let block1 = pool1(conv1_1(image).relu())
    let block2 = pool2(conv2_2(conv2_1(block1).relu()).relu())
    return fc4(fc3(flatten(block2)).relu())
  }
}

/// Batch norm after each convolution, global average pooling.
struct BatchNormNetwork: Sendable {
  let conv1_1: Conv3x3<3, 4, 12, 8>
  let bn1_1: BatchNorm2d<4, 12, 8>
  let pool1: MaxPool2d<4, 12, 8, 6, 4>
  let conv2_1: Conv3x3<4, 6, 6, 4>
  let bn2_1: BatchNorm2d<6, 6, 4>
  let conv2_2: Conv3x3<6, 6, 6, 4>
  let bn2_2: BatchNorm2d<6, 6, 4>
  let pool2: MaxPool2d<6, 6, 4, 3, 2>
  let avgpool: AdaptiveAvgPool2d<6, 3, 2, 1, 1>
  let flatten: Flatten<6, 1, 1, 6>
  let fc3: Linear<6, 5>

  init(weights: some WeightSource) throws {
    conv1_1 = try Conv3x3("features.0", from: weights)
    bn1_1 = try BatchNorm2d("features.1", from: weights)
    pool1 = try MaxPool2d(kernel: 2, stride: 2)
    conv2_1 = try Conv3x3("features.4", from: weights)
    bn2_1 = try BatchNorm2d("features.5", from: weights)
    conv2_2 = try Conv3x3("features.7", from: weights)
    bn2_2 = try BatchNorm2d("features.8", from: weights)
    pool2 = try MaxPool2d(kernel: 2, stride: 2)
    avgpool = AdaptiveAvgPool2d()
    flatten = try Flatten()
    fc3 = try Linear("classifier.0", from: weights)
  }

  func callAsFunction(_ image: FeatureMap<3, 12, 8>) -> FeatureVector<5> {
    let block1 = pool1(bn1_1(conv1_1(image)).relu())
    let conv2_1 = bn2_1(conv2_1(block1)).relu()
    let block2 = pool2(bn2_2(conv2_2(conv2_1)).relu())
    return fc3(flatten(avgpool(block2)))
  }
}

/// A strided 5x5 convolution, LRN, pooling that rounds up, uneven bins, and softmax at the end.
struct LRNNetwork: Sendable {
  let conv1_1: Conv2d<3, 20, 16, 6, 9, 7>
  let norm1_1: LocalResponseNorm<6, 9, 7>
  let pool1: MaxPool2d<6, 9, 7, 4, 3>
  let conv2_1: Conv3x3<6, 8, 4, 3>
  let avgpool: AdaptiveAvgPool2d<8, 4, 3, 3, 2>
  let flatten: Flatten<8, 3, 2, 48>
  let fc3: Linear<48, 10>
  let fc4: Linear<10, 4>

  init(weights: some WeightSource) throws {
    conv1_1 = try Conv2d("features.0", kernel: 5, stride: 2, padding: 1, from: weights)
    norm1_1 = LocalResponseNorm(size: 5, alpha: 5e-4, beta: 0.75, k: 2)
    pool1 = try MaxPool2d(kernel: 3, stride: 2, ceilMode: true)
    conv2_1 = try Conv3x3("features.4", bias: false, from: weights)
    avgpool = AdaptiveAvgPool2d()
    flatten = try Flatten()
    fc3 = try Linear("classifier.0", from: weights)
    fc4 = try Linear("classifier.2", from: weights)
  }

  func callAsFunction(_ image: FeatureMap<3, 20, 16>) -> FeatureVector<4> {
    let block1 = pool1(norm1_1(conv1_1(image).relu()))
    let conv2_1 = conv2_1(block1).relu()
    return fc4(fc3(flatten(avgpool(conv2_1))).relu()).softmax()
  }
}
