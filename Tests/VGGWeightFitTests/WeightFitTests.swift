import Testing
import VGGCompilation
import VGGFindings
import VGGGraph
import VGGPhrasebooks
import VGGTestSupport
import VGGWeightFit
import VGGWeights

/// Missing and extra tensors and other shapes, with the reasons.
@Suite struct WeightFitTests {
  /// A network, the network to which the weights belong, and the reported reasons.
  static let reasons: [(String, String, [String])] = [
    (
      "extends: D", "extends: D\nclassifier: {classes: 10}",
      ["the weights have 10 classes, but the network has 1,000: `classes: 10`", dropHead]
    ),
    (
      "extends: D\ninput: [3, 64, 64]", "D",
      [
        "the first linear layer takes 512 x 7 x 7 = 25,088 inputs: images from 224 x 224 to 255 x 255, "
          + "or `avgpool: [7, 7]`; here the map is 512 x 2 x 2, from images of 64 x 64", dropHead,
      ]
    ),
    (
      "vgg16_bn", "D",
      ["the weights are for the same features without batch normalisation: `batch_norm: false`"]
    ),
    (
      "D", "vgg16_bn",
      ["the weights are for the same features with batch normalisation: `batch_norm: true`"]
    ),
    (
      "extends: D\ninput: [3, 384, 384]\nclassifier: {dense: 7}",
      "extends: D\ninput: [3, 128, 128]",
      [
        "the first linear layer takes 512 x 4 x 4 = 8,192 inputs: `dense: 4`; here the window is 512 x 7 x 7",
        dropHead,
      ]
    ),
    ("D", "B", ["the features are those of B: `extends: B`"]),
    ("A", "A-LRN", ["the features are those of A-LRN: `extends: A-LRN`"]),
    ("E", "vgg13_bn", ["the features are those of vgg13_bn: `extends: vgg13_bn`"]),
    (
      "extends: D\ninput: [1, 224, 224]", "D",
      [
        "the weights are for images with 3 channels, but the network's have 1",
        "to start from these weights: `vggc weights convert IN OUT --for CONFIG --adapt-input` or `vgg train "
          + "--weights FILE --adapt-input` adapts the first convolution to the network's channels",
      ]
    ),
    (
      "extends: D\ninput: [2, 224, 224]", "D",
      ["the weights are for images with 3 channels, but the network's have 2"]
    ),
    (
      "D", "extends: D\nclassifier: {hidden: [512], classes: 10}",
      [
        "the hidden layers are [512] in the file, but [4096, 4096] in the network: `hidden: [512]`",
        "the weights have 10 classes, but the network has 1,000: `classes: 10`", dropHead,
      ]
    ),
    (
      "\(small)classifier: [{linear: {out: 9}}, relu, {linear: {out: 5}}]",
      "\(small)classifier: [{linear: {out: 9}}, {linear: {out: 5}}]",
      [
        "the linear layers are at classifier.0, classifier.1 in the file, but at classifier.0, classifier.2 in the network: "
          + "the layers between them differ", dropHead,
      ]
    ),
    (
      "D", "extends: D\nclassifier: [softmax]",
      ["the file has only features, without a classifier", dropHead]
    ),
    (
      "D", "features: [64, 64, M, 99, M]",
      [
        "the features are from a different network: convolution 3 is 99x64x3x3 in the file, but 128x64x3x3 in the network"
      ]
    ),
    (
      "D", "features: [64, 64, M, 128, M]",
      [
        "the features are from a different network: convolution 4 is missing in the file, but 128x128x3x3 in the network"
      ]
    ),
    (
      "\(small)batch_norm: true",
      "features: [{conv: 8, bias: false}, M, {conv: 9, bias: false}, M]\nbatch_norm: true",
      [
        "the file's convolutions have no biases: write `bias: false`, such as `{conv: 64, bias: false}`"
      ]
    ),
    (
      "features: [{conv: 8, bias: false}, M]", "features: [8, M]\nclassifier: {classes: 10}",
      [
        "the file's convolutions have biases, but the network's don't: remove `bias: false`",
        "the weights have 10 classes, but the network has 1,000: `classes: 10`", dropHead,
      ]
    ),
    (
      small, "features: [8, M, {dropout: 0.1}, 9, M]",
      [
        "the same convolutions are at features 0, 4 in the file, but at 0, 3 in the network: the pooling layers are "
          + "in different places"
      ]
    ),
  ]

  private static let small = "features: [8, M, 9, M]\n"
  private static let dropHead =
    "to start from these weights: `vggc weights convert IN OUT --for CONFIG --drop-head` or `vgg train --weights FILE "
    + "--drop-head` keeps the layers that fit, from the front, and reinitialises the other linear layers"

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

  /// The first convolution of a ResNet, and some more tensors.
  @Test(arguments: [
    (
      ["conv1.weight": [64, 3, 7, 7]],
      [
        "the features are from a different network: convolution 1 is 64x3x7x7 in the file, but 64x3x3x3 in the network",
        "the file has only features, without a classifier",
      ]
    ),
    (
      [
        "conv1.weight": [64, 3, 7, 7], "layer1.0.conv1.weight": [32, 32, 3, 3],
        "fc.weight": [10, 32],
      ],
      [
        "the names and shapes don't all belong to one chain of layers; the first unknown tensor is 'conv1.weight'"
      ]
    ),
    (
      ["position": [8]],
      [
        "the names and shapes don't all belong to one chain of layers; the first unknown tensor is 'position'"
      ]
    ),
    ([:], ["the file has no convolutions"]),
  ])
  func namesOfSomethingElseAreSaid(_ shapes: [String: [Int]], _ reasons: [String]) throws {
    let tensors = shapes.sorted { $0.key < $1.key }.map {
      TensorDescription(name: $0.key, shape: $0.value)
    }
    let fit = WeightFit(tensors, of: "w", for: try builtIn("A"))
    #expect(fit.reasons.map { EnglishFindings().words(for: $0) } == reasons)
    #expect(fit.missingCount > 20)
  }

  /// Everything that the network reads is there, but a part of a layer is not read.
  @Test func unreadPartsOfLayersAreSaid() throws {
    let graph = try graph(
      "features: [{conv: 8, bias: false}, M]\nclassifier: {hidden: [], classes: 3}")
    let bias = TensorDescription(name: "features.0.bias", shape: [8])
    let fit = WeightFit(tensors(of: graph) + [bias], of: "w", for: graph)
    #expect(fit.fits)
    #expect(fit.extras == [bias])
    #expect(fit.reasons == [.biases(inFile: true)])
  }

  /// Two networks in a file: it is not known which one is meant.
  @Test func twoReadingsAreNamed() throws {
    let graph = try builtIn("A")
    let both = ["teacher", "student"].flatMap { prefix in
      tensors(of: graph).map { TensorDescription(name: "\(prefix).\($0.name)", shape: $0.shape) }
    }
    let fit = WeightFit(both, of: "w", for: graph)
    #expect(!fit.fits)
    #expect(
      fit.reasons.map { EnglishFindings().words(for: $0) } == [
        "the names can be read in two ways: features.0.weight may be 'teacher.features.0.weight' or "
          + "'student.features.0.weight'; save the tensors of only one network"
      ])
    // If only one of them has the network's shapes, it is used.
    let other = tensors(of: try builtIn("B")).map {
      TensorDescription(name: "student.\($0.name)", shape: $0.shape)
    }
    #expect(WeightFit(both.filter { $0.name.hasPrefix("t") } + other, of: "w", for: graph).fits)
  }

  @Test func numbersThatAreNoWeightsAreSaid() throws {
    let graph = try graph(
      "features: [4, M]\ninput: [1, 4, 4]\nclassifier: {hidden: [], classes: 2}")
    let whole = tensors(of: graph).map {
      TensorDescription(name: $0.name, type: .int8, shape: $0.shape)
    }
    #expect(
      checkWeights(whole, of: "w", fit: graph)?.message
        == "w does not fit: features.0.weight (conv1_1) has type I8, but weights must be F32, F64, F16 or BF16"
    )
  }

  /// The output of `vggc weights check`: for a file that fits, and for two that do not.
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
