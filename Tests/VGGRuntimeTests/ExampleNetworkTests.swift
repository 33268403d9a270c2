// swift-format-ignore-file: AlwaysUseLowerCamelCase
// Layers are named as the paper names them.

import Testing
import VGGRuntime

/// A network like those in generated code, using everything that `import VGGRuntime` must export.
private struct Example: Sendable {
  let conv1_1: Conv3x3<3, 8, 9, 9>
  let bn1_1: BatchNorm2d<8, 9, 9>
  let pool1: MaxPool2d<8, 9, 9, 4, 4>
  let flatten: Flatten<8, 4, 4, 128>
  let fc2: Linear<128, 16>
  let fc3: Linear<16, 10>

  init(weights: some WeightSource) throws {
    conv1_1 = try Conv3x3("features.0", from: weights)
    bn1_1 = try BatchNorm2d("features.1", from: weights)
    pool1 = try MaxPool2d(kernel: 2, stride: 2)
    flatten = try Flatten()
    fc2 = try Linear("classifier.0", from: weights)
    fc3 = try Linear("classifier.3", from: weights)
  }

  func callAsFunction(_ image: FeatureMap<3, 9, 9>) -> FeatureVector<10> {
    let block1 = pool1(bn1_1(conv1_1(image)).relu())
    let fc2 = fc2(flatten(block1)).relu()
    return fc3(fc2)
  }
}

@Suite struct ExampleNetworkTests {
  @Test func runsOnSeededWeights() throws {
    let network = try Example(weights: SeededInitializer(seed: 1))
    let image = try FeatureMap<3, 9, 9>((0..<243).map { Float($0 % 17) / 17 })
    let logits = network(image)
    #expect(logits.values.count == 10)
    #expect(logits.values.contains { $0 != 0 })
    #expect(abs(logits.softmax().values.reduce(0, +) - 1) < 1e-6)
  }

  @Test func fitsAClassifierProgram() {
    let program = ClassifierProgram(
      name: "example",
      preprocessing: ImagePreprocessing(
        resize: 9, mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225]),
      labels: ["cat", "dog"]
    ) { weights, image in
      try Example(weights: weights)(image)
    }
    #expect(type(of: program) == ClassifierProgram<3, 9, 9, 10>.self)
  }
}
