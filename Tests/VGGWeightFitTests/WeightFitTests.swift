import Testing
import VGGCompiler
import VGGFindings
import VGGGraph
import VGGTestSupport
import VGGWeightFit
import VGGWeights

/// What is missing, extra or of another shape, and why.
@Suite struct WeightFitTests {
  /// A network, the one that its weights are of, and the reasons that are given.
  static let reasons: [(String, String, [String])] = [
    (
      "extends: D", "extends: D\nclassifier: {classes: 10}",
      [
        "the weights tell 10 classes apart, and the network 1,000: `classes: 10`, "
          + "or `vggc weights convert --for CONFIG --drop-head` for a new last layer"
      ]
    ),
    (
      "extends: D\ninput: [3, 64, 64]", "D",
      [
        "the first linear layer takes 512 x 7 x 7 = 25,088 inputs: images from 224 x 224 to 255 x 255, "
          + "or `avgpool: [7, 7]`; here the map is 512 x 2 x 2, of images of 64 x 64"
      ]
    ),
    (
      "vgg16_bn", "D",
      ["the weights are of the same features without batch normalisation: `batch_norm: false`"]
    ),
    (
      "D", "vgg16_bn",
      ["the weights are of the same features with batch normalisation: `batch_norm: true`"]
    ),
    ("D", "B", ["the features are those of B: `extends: B`"]),
    ("A", "A-LRN", ["the features are those of A-LRN: `extends: A-LRN`"]),
    ("E", "vgg13_bn", ["the features are those of vgg13_bn: `extends: vgg13_bn`"]),
    (
      "extends: D\ninput: [1, 224, 224]", "D",
      ["the weights take images of 3 channels, and the network's have 1"]
    ),
    (
      "D", "extends: D\nclassifier: {hidden: [512], classes: 10}",
      [
        "the hidden layers are [512], and the network's are [4096, 4096]: `hidden: [512]`",
        "the weights tell 10 classes apart, and the network 1,000: `classes: 10`, "
          + "or `vggc weights convert --for CONFIG --drop-head` for a new last layer",
      ]
    ),
    (
      "extends: D\nclassifier: {dropout: 0}", "D",
      [
        "the linear layers stand at classifier.0, classifier.3, classifier.6, and the network's at "
          + "classifier.0, classifier.2, classifier.4: a dropout takes a place, too"
      ]
    ),
    (
      "D", "extends: D\nclassifier: [softmax]",
      ["the file holds features only, without a classifier"]
    ),
    (
      "D", "features: [64, 64, M, 99, M]",
      ["the features are of another network; `vggc weights infer` writes its configuration"]
    ),
  ]

  @Test(arguments: reasons)
  func theReasonIsSaid(_ network: String, _ weights: String, _ reasons: [String]) throws {
    let fit = WeightFit(tensors(of: try model(weights)), of: "w", for: try model(network))
    #expect(!fit.fits)
    #expect(fit.reasons.map { EnglishFindings().words(for: $0) } == reasons)
  }

  @Test func weightsOfItsOwnFit() throws {
    let graph = try builtIn("vgg11_bn")
    let counter = TensorDescription(
      name: "features.1.num_batches_tracked", type: .int64, shape: [])
    let other = TensorDescription(name: "epoch", type: .int64, shape: [])
    let fit = WeightFit(tensors(of: graph) + [counter, other], of: "w", for: graph)
    #expect(fit.fits)
    #expect(fit.reasons == [])
    #expect(fit.extras == [other])
  }

  @Test func namesOfSomethingElseAreSaid() throws {
    let fit = WeightFit(
      [TensorDescription(name: "conv1.weight", shape: [64, 3, 7, 7])], of: "w",
      for: try builtIn("A"))
    #expect(
      fit.reasons.map { EnglishFindings().words(for: $0) } == [
        "no name is of torchvision's VGG, such as features.0.weight; the first is 'conv1.weight'"
      ])
    #expect(fit.missingCount == 22)
  }

  @Test func numbersThatAreNoWeightsAreSaid() throws {
    let graph = try graph(
      "features: [4, M]\ninput: [1, 4, 4]\nclassifier: {hidden: [], classes: 2}")
    let whole = tensors(of: graph).map {
      TensorDescription(name: $0.name, type: .int8, shape: $0.shape)
    }
    #expect(
      checkWeights(whole, of: "w", fit: graph)?.message
        == "w does not fit: features.0.weight (conv1_1) is of type I8, and weights are F32, F64, F16 or BF16"
    )
  }

  /// What `vggc weights check` prints: of a file that fits, and of two that do not.
  @Test func whatIsPrinted() throws {
    let text = "features: [4, M, 8, M]\ninput: [1, 8, 8]\nclassifier: {hidden: [], classes: 3}"
    let network = try graph("name: tiny\n" + text)
    let others = [
      "name: tiny\n" + text, "batch_norm: true\n" + text,
      text.replacing("[1, 8, 8]", with: "[1, 16, 16]").replacing("classes: 3", with: "classes: 5"),
    ]
    let reports = try others.enumerated().map { index, other in
      let file = "w\(index).safetensors"
      return WeightFitReport(
        file: file,
        fits: [WeightFit(tensors(of: try graph(other)), of: file, for: network)])
    }
    try expectGolden(
      reports.map { $0.text(width: 80, style: .plain) }.joined(separator: "\n"),
      "weights/check.txt")
    try expectGolden(reports.map { try $0.json() }.joined(), "weights/check.json")
  }

  /// A built-in's name, or a configuration.
  private func model(_ text: String) throws -> ModelGraph {
    try text.contains(":") ? graph(text) : builtIn(text)
  }
}
