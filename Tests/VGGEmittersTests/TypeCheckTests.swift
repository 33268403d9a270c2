import Testing
import VGGEmitters
import VGGGraph
import VGGTestSupport

/// Emitted Swift compiles, and stops compiling when an edit by hand breaks the chain of shapes.
@Suite struct TypeCheckTests {
  /// Every model of every file directly in `Configs`, and the samples, in as few calls as their
  /// names allow.
  @Test func everyConfigurationTypeChecks() throws {
    let files = Checkout.files(in: "Configs")
    #expect(files.count >= 12)
    let configured = try files.flatMap(graphs)
    for module in modules(configured + (try SampleModel.emitted.map { try $0.graph() })) {
      let result = try TypeChecker.check(module)
      #expect(result.status == 0, "\(module.keys.sorted()): \(result.errors)")
    }
  }

  @Test func randomNetworksTypeCheck() throws {
    let choices: [RandomNetwork.Choice] = [.usual, .activations, .dense]
    let graphs = try (UInt64(1)...40).map { seed in
      try graph(
        RandomNetwork(seed: seed, of: choices[Int(seed) % choices.count]).configuration)
    }
    let sources = graphs.map { ($0.name, emitSwift([NamedNetwork($0)], .test)) }
    let result = try TypeChecker.check(Dictionary(uniqueKeysWithValues: sources))
    #expect(result.status == 0, "\(result.errors)")
  }

  /// Emitted files by the names of their types; models with the same name go to different modules
  /// unless they are identical.
  private func modules(_ graphs: [ModelGraph]) -> [[String: String]] {
    var modules: [[String: String]] = []
    for graph in graphs {
      let (name, text) = (graph.name, emitSwift([NamedNetwork(graph)], .test))
      if let index = modules.firstIndex(where: { $0[name, default: text] == text }) {
        modules[index][name] = text
      } else {
        modules.append([name: text])
      }
    }
    return modules
  }

  @Test(arguments: [
    // A convolution whose output channels are not the input channels of the next one.
    (
      "conv1_2: Conv3x3<64, 64, 32, 32>", "conv1_2: Conv3x3<64, 96, 32, 32>",
      ["FeatureMap<96, 32, 32>", "FeatureMap<64, 32, 32>"]
    ),
    // A pooling layer that does not halve the map.
    (
      "pool2: MaxPool2d<128, 16, 16, 8, 8>", "pool2: MaxPool2d<128, 16, 16, 7, 7>",
      ["FeatureMap<128, 7, 7>", "FeatureMap<128, 8, 8>"]
    ),
    // A classifier for another input size.
    (
      "fc4: Linear<4096, 4096>", "fc4: Linear<25088, 4096>",
      ["FeatureVector<4096>", "FeatureVector<25088>"]
    ),
    // An image for another network.
    (
      "image: FeatureMap<3, 32, 32>", "image: FeatureMap<3, 224, 224>",
      ["FeatureMap<3, 224, 224>", "FeatureMap<3, 32, 32>"]
    ),
  ])
  func aBrokenChainDoesNotCompile(_ before: String, _ after: String, _ shapes: [String]) throws {
    let text = emitSwift([NamedNetwork(try SampleModel.custom.graph())], .test)
    let edited = text.replacing(before, with: after)
    #expect(edited != text)
    let result = try TypeChecker.check(["Custom": edited])
    #expect(result.status != 0)
    for shape in shapes { #expect(result.errors.contains(shape), "\(result.errors)") }
  }
}
