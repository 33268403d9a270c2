import Testing
import VGGCompiler
import VGGTestSupport

@Suite struct NetworkTests {
  private static let configurations = Checkout.files(in: "Configs")

  private func network(_ yaml: String) throws -> Network {
    try #require(CompiledConfiguration(yaml: yaml).networks.first)
  }

  private func networks(ofFile path: String) throws -> [Network] {
    CompiledConfiguration(
      yaml: try Checkout.text(path), fileName: path,
      files: ConfigurationFiles { Array(try Checkout.text($0).utf8) }
    ).networks
  }

  /// Configuration D of the paper: its Table 2 states 138 million parameters.
  @Test func theValuesOfVGG16() throws {
    let network = try network("extends: D\n")
    #expect(network.input == .map(channels: 3, height: 224, width: 224))
    #expect(network.output == .vector(count: 1000))
    #expect(network.totals.weightLayers == 16)
    #expect(network.totals.parameters == 138_357_544)
    #expect(network.totals.macs == 15_470_264_320)
    #expect(network.totals.weightBytes == 4 * 138_357_544)
    let first = try #require(network.layers.first)
    #expect(first.name == "features.0")
    #expect(first.paperName == "conv1_1")
    #expect(first.kind == .conv2d)
    #expect(first.output.description == "64x224x224")
    #expect(first.parameters == 3 * 3 * 3 * 64 + 64)
    #expect(first.macs == 3 * 3 * 3 * 64 * 224 * 224)
    #expect(first.activationBytes == 4 * 64 * 224 * 224)
    #expect(first.tensors.map(\.name) == ["features.0.weight", "features.0.bias"])
    #expect(first.tensors.map(\.shape) == [[64, 3, 3, 3], [64]])
    #expect(first.receptiveField?.size.height == 3)
    #expect(first.window?.padding.width == 1)
  }

  /// The totals are the sums of the layers, each added up here.
  @Test(arguments: configurations) func totalsAreSumsOfLayers(path: String) throws {
    for network in try networks(ofFile: path) {
      let totals = network.totals
      #expect(network.layers.reduce(0) { $0 + $1.parameters } == totals.parameters)
      #expect(totals.featureParameters + totals.classifierParameters == totals.parameters)
      #expect(network.layers.reduce(0) { $0 + $1.macs } == totals.macs)
      let tensors = network.layers.flatMap(\.tensors)
      #expect(tensors.reduce(0) { $0 + 4 * $1.shape.reduce(1, *) } == totals.weightBytes)
      for (layer, next) in zip(network.layers, network.layers.dropFirst()) {
        #expect(layer.output == next.input, "\(layer.name)")
      }
      // A layer after a tap does not work in place, which the layer itself cannot know.
      guard network.taps.isEmpty else { continue }
      #expect(network.layers.reduce(0) { $0 + $1.activationBytes } == totals.activationBytes)
    }
  }

  /// A layer's range is its entry's text, in the file that contains it.
  @Test func layersHaveTheirPlaces() throws {
    let base = "features:\n  - {conv: 8}\n  - M\nclassifier: {hidden: [], classes: 2}\n"
    let network = try #require(
      CompiledConfiguration(
        yaml: "input: [3, 8, 8]\nextends: base.yaml\n",
        files: ConfigurationFiles(["base.yaml": base])
      ).networks.first)
    let range = network.layers[0].range
    #expect(range.file == "base.yaml")
    #expect(range.start.line == 2)
    #expect(range.start.column == 5)
    #expect(range.end.column == 14)
    let bytes = Array(base.utf8)[range.start.utf8Offset..<range.end.utf8Offset]
    #expect(String(decoding: bytes, as: UTF8.self) == "{conv: 8}")
  }

  @Test func tapsNameTheirLayers() throws {
    let network = try network(
      "input: [3, 8, 8]\nfeatures: [8, M, 8]\ntaps: [relu1_1]\nclassifier: {hidden: [], classes: 2}\n"
    )
    #expect(network.taps.map(\.name) == ["relu1_1"])
    #expect(network.taps.map { network.layers[$0.layerIndex].paperName } == ["relu1_1"])
  }

  @Test func labelsAreThoseOfTheConfiguration() throws {
    let text = "input: [3, 8, 8]\nfeatures: [8]\nclassifier: {hidden: [], classes: 2}\n"
    #expect(try network(text).labels == nil)
    #expect(try network(text + "labels: [cat, dog]\n").labels == ["cat", "dog"])
  }

  /// Every kind that a layer can have is a constant.
  @Test func everyKindHasAConstant() throws {
    let kinds: Set<Network.Layer.Kind> = [
      .conv2d, .batchNorm2d, .batchNorm1d, .relu, .leakyReLU, .elu, .prelu, .gelu, .silu,
      .sigmoid, .tanh, .maxPool2d, .avgPool2d, .globalMaxPool, .globalAveragePool,
      .localResponseNorm, .adaptiveAvgPool2d, .flatten, .linear, .denseLinear, .dropout, .softmax,
    ]
    let samples = [SampleModel.everyKind, .activations, .dense]
    let found = try Set(samples.flatMap { try $0.graph().layers }.map(\.kind.name))
    #expect(found.count > 15)
    #expect(found.subtracting(kinds.map(\.rawValue)) == [])
    #expect(kinds.count == 22)
  }

  @Test func networksThatCannotTrainSayWhy() throws {
    let network = try network("input: [3, 8, 8]\nfeatures: [8]\nclassifier: none\n")
    #expect(
      throws: UntrainableNetwork.self, performing: { _ = try network.pyTorchTrainingProject() })
    let error = try #require(throws: UnwritableONNX.self) { try network.onnx(softmax: true) }
    #expect(error.description.hasPrefix("a softmax needs scores"))
  }
}
