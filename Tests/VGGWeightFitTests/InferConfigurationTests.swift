import Testing
import VGGCompilation
import VGGDiagnostics
import VGGGraph
import VGGSpec
import VGGTestSupport
import VGGWeightFit
import VGGWeights

/// `vggc weights infer` writes the network to which the tensors belong.
@Suite struct InferConfigurationTests {
  @Test(arguments: BuiltInConfiguration.all.map(\.name))
  func builtInConfigurationsAreNamed(_ name: String) throws {
    let text = try inferredText(from: tensors(of: builtIn(name)))
    let canonical = ["vgg11": "A", "vgg13": "B", "vgg16": "D", "vgg19": "E"][name] ?? name
    #expect(lines(text) == ["extends: \(canonical)"])
  }

  @Test(arguments: Checkout.files(in: "Configs").filter { $0.hasSuffix(".yaml") })
  func everyConfigurationComesBack(_ path: String) throws {
    for graph in try graphs(ofFile: path) { try expectRoundTrip(graph) }
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func randomNetworksComeBack(_ seed: UInt64) throws {
    let graph = try graph(RandomNetwork(seed: seed).configuration)
    guard !graph.stateTensors.isEmpty else {
      #expect(throws: UninferableNetwork.self) {
        try inferredText(from: tensors(of: graph))
      }
      return
    }
    try expectRoundTrip(graph)
  }

  /// Names and shapes, and the configuration written for them.
  @Test(arguments: [
    ("custom", "custom"), ("32 pixels", "cifar"), ("a list", "list"), ("features only", "features"),
    ("other classes and pixels", "flowers"), ("local response normalisation", "gap"),
    ("not square", "wide"), ("global average pooling", "global"), ("wide kernels", "kernels"),
  ])
  func whatIsWritten(_ model: String, _ file: String) throws {
    let text = try inferredText(
      from: tensors(of: graph(try #require(Self.models[model]))), of: "\(file).safetensors")
    try expectGolden(text, "weights/infer-\(file).yaml")
  }

  private static let models = [
    "custom": """
    input: [3, 32, 32]
    features: [64, 64, 64, M, 128, 128, 128, M, 256, 256, 256, M]
    classifier: {classes: 10}
    """,
    "32 pixels": """
    extends: vgg16_bn
    input: [3, 32, 32]
    classifier: {hidden: [512], classes: 100}
    """,
    "a list": """
    features: [8, M, {conv: 16, bias: false}, M]
    input: [1, 28, 28]
    classifier: [{dropout: 0.1}, {linear: {out: 32, bias: false}}, softmax, relu, relu, {linear: 10}]
    """,
    "features only": "extends: A\nclassifier: none",
    "other classes and pixels": "extends: d\ninput: [3, 256, 256]\nclassifier: {classes: 102}",
    "local response normalisation": """
    features: [LRN, 16, LRN, M, 32, M]
    input: [3, 64, 64]
    classifier: {hidden: [], classes: 5}
    """,
    "not square": """
    features: [16, M, 24, M]
    input: [3, 24, 40]
    classifier: {hidden: [9, 9], dropout: 0, classes: 5}
    """,
    "global average pooling": """
    features: [16, M, 24, M, 24, M]
    input: [3, 224, 224]
    avgpool: 1
    classifier: {hidden: [], classes: 5}
    """,
    "wide kernels": """
    features: [{conv: 16, kernel: 7, stride: 2}, conv1-8, M, {conv: 24, kernel: 4, bias: false}]
    input: [3, 64, 64]
    classifier: {hidden: [], classes: 5}
    """,
  ]

  @Test func aNaNHeadIsNamed() throws {
    let names = ["classifier.0.weight", "classifier.3.weight"]
    let text = try inferredText(
      from: tensors(of: builtIn("D")), notFinite: names)
    #expect(
      text.contains(
        "# classifier.0.weight, classifier.3.weight hold NaN or infinity: do not use the classifier"
      ), "\(text)")
  }

  /// Korean comments, around the same configuration.
  @Test(arguments: models.keys.sorted())
  func commentsAreInKorean(_ model: String) throws {
    let tensors = try tensors(of: graph(try #require(Self.models[model])))
    let names = ["classifier.0.weight", "features.0.weight"]
    let english = try inferredText(from: tensors, notFinite: names)
    let korean = try inferredText(from: tensors, notFinite: names, in: .korean)
    #expect(lines(korean) == lines(english))
    expectKorean(comments(korean))
    #expect(korean.hasPrefix("# w.pth 파일의 텐서 이름과 모양에서 vggc \(Version.current)"), "\(korean)")
  }

  @Test func imagesAreNamedInKorean() throws {
    let tensors = try tensors(of: graph(try #require(Self.models["not square"])))
    let text = comments(try inferredText(from: tensors, in: .korean))
    #expect(
      text.contains(
        "첫 완전 연결 층의 입력은 24 x 6 x 10 = 1,440개입니다. 맞는 이미지: 높이 24부터 27까지, 너비 40부터 43까지,"
      ), "\(text)")
    #expect(text.contains("또는 `avgpool: [6, 10]`을 쓰면 4 x 4 이상"), "\(text)")
  }

  /// Every reason, in English as before and in Korean.
  @Test(arguments: reasons)
  func reasonsAreInBothLanguages(_ reason: UninferableNetwork, _ words: String) {
    #expect(reason.reason.contains(words), "\(reason.reason)")
    expectKorean(Korean().words(for: reason))
  }

  private static let reasons: [(UninferableNetwork, String)] = [
    (.notUnderstood(["a", "b"]), "a, b are not understood"),
    (.notUnderstood(["a"]), "a is not understood"),
    (.noLayers(first: "w"), "as features.0.weight does; the first is 'w'"),
    (.noLayers(first: nil), "no tensor has a layer's name and shape"),
    (.onlyOrder(["a", "b", "c", "d", "e"]), "a, b, c and 2 more show the order of convolutions"),
    (.sharedIndex(in: "features"), "two layers have the same index in features"),
    (.noIndexForActivation(.features(1)), "features.1 directly follows a convolution"),
    (
      .brokenChain(.features(2), takes: 9, previous: .features(0), outputs: 8),
      "features.2 takes 9 channels, but features.0 outputs 8: this is not a plain chain of layers"
    ),
    (
      .brokenChain(.classifier(1), takes: 4, previous: .classifier(0), outputs: 9),
      "classifier.1 takes 4 inputs, but classifier.0 outputs 9"
    ),
    (
      .otherNorm(.features(3), of: 7, outputs: 8),
      "features.3 normalises 7 channels, but the layer before it outputs 8"
    ),
    (
      .otherNorm(.classifier(2), of: 7, outputs: 4),
      "classifier.2 normalises 7 values, but the linear layer before it has 4 outputs"
    ),
    (.normOfFlattenedMap(.classifier(0)), "classifier.0 normalises the flattened map"),
    (.severalSlopes(.features(1), count: 8), "features.1.weight has 8 numbers and no other tensor"),
    (
      .unevenInputs(.classifier(0), inputs: 12, channels: 8),
      "classifier.0 takes 12 inputs, not a multiple of the last convolution's 8 channels"
    ),
    (.noImageSize(inputs: 7), "produces the classifier's 7 inputs"),
    (.outOfBounds(.features(0), .channels), "has channels outside the language's bounds"),
    (.outOfBounds(.features(0), .channelsOrKernel), "has channels or a kernel outside"),
    (.outOfBounds(.classifier(0), .indexOrSizes), "has an index or sizes outside"),
    (.tooManyLayers(.features(7), limit: 5), "features.7 exceeds the language's limit of 5 layers"),
  ]

  /// Hangul, and no three Latin words in a row outside of backquotes and brackets.
  private func expectKorean(_ text: String) {
    let prose = text.replacing(/`[^`]*`/, with: "·").replacing(/\{.*\}/, with: "·")
    #expect(prose.contains(/[가-힣]/), "\(text)")
    #expect(prose.firstMatch(of: /[a-z][A-Za-z']* [A-Za-z']+ [A-Za-z']+/) == nil, "\(text)")
  }

  /// Tensors of networks that the language cannot express, and the reason.
  @Test(arguments: [
    (
      ["conv1.weight": [64, 3, 7, 7]],
      "conv1.weight show the order of convolutions, but not where the pooling layers are"
    ),
    (
      ["features.0.weight": [8, 3, 3, 3], "features.1.weight": [8, 8, 3, 3]],
      "features.1 directly follows a convolution, with no index left for ReLU"
    ),
    (
      ["features.0.weight": [8, 3, 3, 3], "features.2.weight": [8, 9, 3, 3]],
      "features.2 takes 9 channels, but features.0 outputs 8"
    ),
    (
      ["features.0.weight": [8, 3, 3, 5, 5]],
      "features.0.weight is not understood: the names and shapes are not those of convolutions"
    ),
    (
      ["features.0.weight": [8, 3, 3, 3], "classifier.0.weight": [10, 12]],
      "classifier.0 takes 12 inputs, not a multiple of the last convolution's 8 channels"
    ),
    (["features.0.weight": [0, 3, 3, 3]], "outside the language's bounds"),
    (
      ["features.0.weight": [8, 3, 3, 3], "features.9999999.weight": [8, 8, 3, 3]],
      "exceeds the language's limit of 1000000 layers"
    ),
    (
      ["features.0.weight": [8, 3, 3, 3], "classifier.9999999.weight": [8, 8]],
      "outside the language's bounds"
    ),
    (
      ["classifier.0.weight": [9, 4], "classifier.1.weight": [9, 4]],
      "classifier.1 takes 4 inputs, but classifier.0 outputs 9"
    ),
  ])
  func whatTheLanguageDoesNotHaveIsSaid(_ shapes: [String: [Int]], _ reason: String) {
    let tensors = shapes.sorted { $0.key < $1.key }.map {
      TensorDescription(name: $0.key, shape: $0.value)
    }
    do throws(UninferableNetwork) {
      let text = try inferredText(from: tensors)
      Issue.record("inferred \(text)")
    } catch {
      #expect(error.reason.contains(reason), "\(error.reason)")
    }
  }

  /// Tensors that are not understood are reported, and no network is invented around them: those of TinyVGG,
  /// of torchvision's MNASNet, of a classifier with batch normalisation, of a network after a classifier.
  @Test(arguments: [
    (
      ["conv_block_1.0.weight": [10, 3, 3, 3], "classifier.1.weight": [3, 1690]],
      "conv_block_1.0.weight show"
    ),
    (
      [
        "conv_block_1.0.weight": [10, 3, 3, 3], "conv_block_1.2.weight": [10, 10, 3, 3],
        "conv_block_2.0.weight": [10, 10, 3, 3], "classifier.1.weight": [3, 1690],
      ],
      "conv_block_1.0.weight, conv_block_1.2.weight, conv_block_2.0.weight show"
    ),
    (
      [
        "layers.0.weight": [32, 3, 3, 3], "layers.3.weight": [32, 1, 3, 3],
        "layers.6.weight": [16, 32, 1, 1],
        "layers.8.0.layers.0.weight": [48, 16, 1, 1], "layers.8.0.layers.3.weight": [48, 1, 3, 3],
        "classifier.1.weight": [1000, 1280],
      ],
      "layers.0.weight, layers.3.weight, layers.6.weight and 2 more are not understood"
    ),
    (
      [
        "features.0.weight": [8, 3, 3, 3], "classifier.0.weight": [4, 8],
        "classifier.1.running_mean": [4],
      ],
      "classifier.1.running_mean is not understood"
    ),
    (
      ["features.0.weight": [8, 3, 3, 3], "classifier.0.weight": [4, 8], "fc.weight": [3, 4]],
      "fc.weight is not understood"
    ),
    (
      ["features.0.weight": [8, 3, 3, 3], "features.3.0.weight": [8, 1, 3, 3]],
      "not understood"
    ),
    (
      [
        "block1_conv1/kernel": [3, 3, 3, 8], "batch_normalization/gamma": [8],
        "dense/kernel": [8, 4],
        "fc2/kernel": [4, 4], "out/kernel": [4, 4],
      ],
      "the names can be read in two ways: 'classifier.3.weight' may be 'fc2/kernel' or 'out/kernel'"
    ),
  ])
  func nothingIsInvented(_ shapes: [String: [Int]], _ reason: String) {
    let tensors = shapes.sorted { $0.key < $1.key }.map {
      TensorDescription(name: $0.key, shape: $0.value)
    }
    do {
      let text = try inferConfiguration(
        from: WeightNames(tensors, isDeclared: false), of: "w", version: Version.current)
      Issue.record("inferred \(text)")
    } catch {
      #expect(error.reason.contains(reason), "\(error.reason)")
    }
  }

  /// PReLU and normalisations of some convolutions, as entries, and in the classifier.
  @Test(arguments: [
    "features: [{conv: 8, batch_norm: true}, 8, M, {conv: 8, activation: prelu}, M]",
    "features: [batch_norm, {conv: 8, activation: none}, prelu, M, {conv: 4, batch_norm: true, activation: prelu}, batch_norm, M]",
    "features: [8, M, 4, M]\nactivation: prelu\nbatch_norm: true\nclassifier: {hidden: [6], classes: 4}",
    "features: [8, M]\nactivation: prelu\nclassifier: [{linear: 6}, batch_norm, relu, {dropout: 0.5}, {linear: 4}]",
    "features: [8, M]\nclassifier: [{linear: 6}, batch_norm, prelu, {linear: 5}, batch_norm, relu, {linear: 4}]",
    "features: [8, M]\nclassifier: [{linear: 6}, prelu, {dropout: 0.5}, {linear: 4}, batch_norm]",
  ])
  func normsAndSlopesComeBack(_ text: String) throws {
    let classes = text.contains("classifier") ? "" : "\nclassifier: {hidden: [], classes: 3}"
    try expectRoundTrip(graph("input: [3, 16, 16]\n\(text)\(classes)\n"))
  }

  /// Normalisations and slopes that the language cannot express.
  @Test(arguments: [
    (
      ["features.1.weight": [8]], "features.1.weight has 8 numbers and no other tensor at its index"
    ),
    (
      norm("features.3", of: 7),
      "features.3 normalises 7 channels, but the layer before it outputs 8"
    ),
    (
      norm("features.1", of: 8).merging(norm("features.2", of: 8)) { $1 },
      "features.2 directly follows a convolution, with no index left for ReLU"
    ),
    (norm("classifier.0", of: 8), "classifier.0 normalises the flattened map"),
    (
      norm("classifier.2", of: 7).merging(["classifier.1.weight": [4, 8]]) { $1 },
      "classifier.2 normalises 7 values, but the linear layer before it has 4 outputs"
    ),
  ])
  func normsAndSlopesThatDoNotFit(_ shapes: [String: [Int]], _ reason: String) {
    let tensors = shapes.merging(["features.0.weight": [8, 3, 3, 3]]) { $1 }
      .sorted { $0.key < $1.key }.map { TensorDescription(name: $0.key, shape: $0.value) }
    let error = #expect(throws: UninferableNetwork.self) { try inferredText(from: tensors) }
    #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
  }

  private static func norm(_ place: String, of count: Int) -> [String: [Int]] {
    Dictionary(
      uniqueKeysWithValues: ["weight", "bias", "running_mean", "running_var"].map {
        ("\(place).\($0)", [count])
      })
  }

  private static let network = Result {
    try graph("features: [8, M]\ninput: [1, 8, 8]\nclassifier: {classes: 3}")
  }

  /// Random names and shapes, including the largest numbers: inferred or refused, and if the compiler accepts
  /// an inferred configuration, it has the tensors.
  @Test(arguments: 0..<1000 as Range<UInt64>)
  func anyNamesAndShapesAreTaken(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let numbers = [0, 1, 2, 3, 4, 5, 7, 8, 49, 1 << 20, 1 << 24, 1 << 31, 1 << 40, .max - 1, .max]
    func number() -> Int { numbers[min(random.int(0...20), random.int(0...14))] }
    let parts = ["weight", "bias", "running_mean", "running_var"]
    let tensors = (0..<random.int(1...6)).map { _ in
      let section = ["features", "classifier"][random.int(0...1)]
      return TensorDescription(
        name: "\(section).\(number()).\(parts[max(0, random.int(-6...3))])",
        shape: (0..<[1, 2, 2, 4, 4, 4][random.int(0...5)]).map { _ in number() })
    }
    #expect(!WeightFit(tensors, of: "w", for: try Self.network.get()).fits)
    guard let text = try? inferredText(from: tensors) else { return }
    let compilation = ConfigurationFiles.compile(Array(text.utf8), as: "w.yaml")
    guard let inferred = compilation.graphs.first else { return }
    #expect(WeightFit(tensors, of: "w", for: inferred).fits, "\(text)")
  }

  // MARK: -

  private func expectRoundTrip(_ graph: ModelGraph) throws {
    let text = try inferredText(from: tensors(of: graph))
    let inferred = try VGGTestSupport.graph(text)
    #expect(inferred.stateTensors == graph.stateTensors, "\(text)")
  }

  private func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { !$0.hasPrefix("#") }
  }

  /// The comments, each wrapped one in one piece.
  private func comments(_ text: String) -> String {
    text.split(separator: "\n").filter { $0.hasPrefix("#") }.map { $0.dropFirst(2) }
      .joined(separator: " ")
  }
}

func tensors(of graph: ModelGraph) -> [TensorDescription] {
  graph.stateTensors.map { TensorDescription(name: $0.name, shape: $0.shape) }
}

/// The configuration that the vggc under test infers.
private func inferredText(
  from tensors: [TensorDescription], of file: String = "w.pth", notFinite: [String] = [],
  in language: VGGDiagnostics.Language = .english
) throws(UninferableNetwork) -> String {
  try inferConfiguration(
    from: WeightNames(tensors, isDeclared: true), of: file, notFinite: notFinite,
    version: Version.current, in: language)
}
