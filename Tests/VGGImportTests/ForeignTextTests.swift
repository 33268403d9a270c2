import Foundation
import Testing
import VGGCompilation
import VGGDiagnostics
import VGGFindings
import VGGTestSupport

/// Texts written by PyTorch, Keras, darknet, Caffe and others, and their networks.
///
/// `Scripts/make-foreign-texts.py` makes the texts and counts their parameters with PyTorch and Keras.
@Suite struct ForeignTextTests {
  private static let folder = "Tests/VGGImportTests/Texts"

  struct Text: Sendable, CustomTestStringConvertible {
    let file: String
    let kind: TextKind
    /// Whether `--fix` may write it.
    var isExact = true

    var testDescription: String { file }
  }

  static let texts = [
    Text(file: "python-list.py", kind: .layerList),
    Text(file: "python-lists.py", kind: .layerLists),
    Text(file: "d2l-pairs.py", kind: .blockPairs, isExact: false),
    Text(file: "torch-sequential.py", kind: .torchSource, isExact: false),
    Text(file: "torch-sequential.txt", kind: .torchPrintout, isExact: false),
    Text(file: "torch-vgg11.txt", kind: .torchPrintout),
    Text(file: "torch-vgg11-bn.txt", kind: .torchPrintout),
    Text(file: "torch-cifar.txt", kind: .torchPrintout, isExact: false),
    Text(file: "torch-own.txt", kind: .torchPrintout, isExact: false),
    Text(file: "keras-sequential.py", kind: .kerasSource),
    Text(file: "keras-sequential.json", kind: .kerasJSON),
    Text(file: "keras-functional.json", kind: .kerasJSON),
    Text(file: "keras-vgg16.json", kind: .kerasJSON),
    Text(file: "darknet-vgg16.cfg", kind: .darknet),
    Text(file: "caffe-vgg16-v1.prototxt", kind: .caffe),
    Text(file: "caffe-vgg16-v2.prototxt", kind: .caffe),
    Text(file: "mmpretrain-vgg16.py", kind: .mmpretrain),
    Text(file: "mmpretrain-vgg16-bn.py", kind: .mmpretrain),
    Text(file: "ultralytics.yaml", kind: .ultralytics, isExact: false),
  ]

  private static func counts() throws -> [String: Int] {
    let text = try Checkout.text("\(folder)/counts.json")
    return try JSONDecoder().decode([String: Int].self, from: Data(text.utf8))
  }

  /// One finding, which identifies the text, and a configuration with the parameter count of the other tool.
  @Test(arguments: texts) func isUnderstood(_ text: Text) throws {
    let finding = try finding(of: try Checkout.text("\(Self.folder)/\(text.file)"))
    #expect(finding.kind == text.kind)
    let configuration = try #require(finding.configuration)
    #expect(configuration.isExact == text.isExact)
    let compilation = compile(configuration.text)
    #expect(compilation.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    let parameters = compilation.graphs.first?.totals.parameters
    #expect(parameters == (try Self.counts()[text.file]))
  }

  /// `--fix` replaces an exact text with the configuration, and leaves the others unchanged.
  @Test(arguments: texts) func isFixed(_ text: Text) throws {
    let source = try Checkout.text("\(Self.folder)/\(text.file)")
    let file = SourceFile(name: "copy.yaml", text: source)
    let fixed = try pipeline.fixed(file)
    #expect((fixed.file.text != source) == text.isExact)
    if text.isExact {
      #expect(!fixed.compilation.diagnostics.hasErrors)
      #expect(
        fixed.compilation.graphs.first?.totals.parameters == (try Self.counts()[text.file]))
    }
  }

  /// A Python file must not be replaced: the note says how to convert a copy.
  @Test(arguments: texts) func filesOfOtherToolsStay(_ text: Text) throws {
    let source = try Checkout.text("\(Self.folder)/\(text.file)")
    guard !text.file.hasSuffix(".yaml") else { return }
    let fixed = try pipeline.fixed(SourceFile(name: text.file, text: source))
    #expect(fixed.file.text == source)
    let stem = text.file.split(separator: ".")[0]
    let notes = fixed.compilation.diagnostics.flatMap(\.notes).map(\.message)
    #expect(
      notes.contains(
        "to convert it: cp \(text.file) \(stem).yaml, then vggc check --fix \(stem).yaml"))
  }

  /// If the text does more than state the layers, a conversion is never applied.
  @Test(arguments: [
    "cfg = [64, 'M', 128, 'M']\ncfg += [256, 256, 'M']\n",
    "cfg = [64, 'M', 128, 'M']\ncfg.extend([256, 256, 'M'])\n",
    "cfg = [64, 'M', 128, 'M']\nbatch_norm = True\nnum_classes = 10\n",
    "model = Sequential()\nfor filters in (64, 128):\n    model.add(Conv2D(filters, 3, padding='same', activation='relu'))\n"
      + "    model.add(MaxPooling2D(2))\n",
    "model = Sequential()\nmodel.add(Conv2D(64, 3, padding='same', activation='relu'))\nmodel.pop()\n",
    "model = Sequential()\nmodel.add(Conv2D(64, 3, padding='same', activation='relu', name=f'c{1}'))\n"
      + "model.add(MaxPooling2D(2)); model.add(Flatten()); model.add(Dense(10))\n",
    "a = Sequential([Conv2D(64, 3, padding='same', activation='relu')])\n"
      + "b = Sequential([Conv2D(128, 3, padding='same', activation='relu')])\n",
    "nn.Conv2d(3, 64, 3, padding=1),\nnn.ReLU(),\nnn.MaxPool2d(2)\n",
    "net = nn.Sequential(nn.Conv2d(3, 64, 3, padding=1), nn.ReLU())\nnet.append(nn.MaxPool2d(2))\n",
    "Sequential(\n  (0): Conv2d(3, 64, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))\n  (1): ReLU()\n",
    "Sequential(\n  (0): Conv2d(3, 64, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))\n  (1): ReLU()\n)\n"
      + "Sequential(\n  (0): Flatten(start_dim=1, end_dim=-1)\n)\n",
    "pad = 'same'\nmodel = Sequential([Conv2D(64, 3, padding=pad, activation='relu')])\n",
    "depth_multiple: 0.33\nbackbone:\n  - [-1, 1, nn.Conv2d, [3, 64, 3, 1, 1]]\n  - [-1, 1, nn.ReLU, []]\n"
      + "  - [-1, 3, nn.MaxPool2d, [2]]\n",
  ])
  func aTextThatDoesMoreStays(_ source: String) throws {
    let fixed = try pipeline.fixed(SourceFile(name: "copy.yaml", text: source))
    #expect(fixed.file.text == source)
    #expect(fixed.compilation.diagnostics.map(\.id) == [.foreignText])
  }

  /// Hostile texts are answered, and quickly.
  @Test(arguments: [
    "x = " + String(repeating: "-", count: 30_000) + "1\n",
    String(repeating: "a = [1, 'M'] * 50000\n", count: 200),
    "[net]\n[convolutional]\nsize=3\n[maxpool]\nsize=-9223372036854775808\n",
    "model = Sequential([ZeroPadding2D(9223372036854775807), Conv2D(64, 3, padding='same')])\n",
    "ch: 0\nbackbone:\n  - [-1, 1, nn.MaxPool2d, [2]]\n  - [-1, 1, nn.Flatten, []]\n  - [-1, 1, nn.Linear, [512, 10]]\n",
    "features: " + String(repeating: "(", count: 40_000) + String(repeating: ")", count: 40_000)
      + "\n",
    "features: " + String(repeating: "[", count: 40_000) + String(repeating: "]", count: 40_000)
      + " 1\n",
    "features: [" + String(repeating: "64 ", count: 50_000) + "]\n",
  ])
  func hostileTextsAreAnswered(_ source: String) {
    #expect(compile(source).diagnostics.hasErrors)
  }

  /// A text that is not in UTF-8 only gets the request to save it again, before any other check.
  @Test(arguments: texts) func otherEncodingsComeFirst(_ text: Text) throws {
    let bytes = try Array(Checkout.text("\(Self.folder)/\(text.file)").utf8)
    let places = Set(
      bytes.indices.filter { bytes[$0] == UInt8(ascii: "(") || bytes[$0] == UInt8(ascii: ":") }
        .prefix(40) + [bytes.count])
    for place in places {
      let broken = bytes[..<place] + Array(repeating: 0xA8, count: 90) + bytes[place...]
      let found = pipeline.compileAll(SourceFile(name: text.file, bytes: Array(broken))).diagnostics
      #expect(found.map(\.id) == [.invalidEncoding])
      #expect(found.allSatisfy { $0.range.end <= broken.count })
    }
  }

  @Test func whatIsNotStatedIsSaid() throws {
    func unsaid(_ file: String) throws -> [UnsaidPart] {
      try #require(try finding(of: try Checkout.text("\(Self.folder)/\(file)")).configuration)
        .unsaid
    }
    #expect(try unsaid("python-list.py") == [.classifier, .input])
    #expect(try unsaid("torch-vgg11.txt") == [.input])
    #expect(try unsaid("torch-sequential.py") == [.imageSize])
    #expect(try unsaid("torch-cifar.txt") == [.sizeFromInputs(128, sides: 32...63)])
    #expect(try unsaid("keras-sequential.json") == [])
    #expect(try unsaid("darknet-vgg16.cfg") == [])
  }

  // MARK: - Forms

  /// Texts of one network in other forms, and the configuration.
  static let forms: [(text: String, configuration: String)] = [
    (
      """
      model = Sequential([
          Input((33, 32, 3)), Conv2D(8, 3, strides=(2, 1), padding='same', activation='relu'),
          MaxPooling2D(3, 2, padding='same'), SeparableConv2D(4, 3, padding='same', activation='relu'),
          PReLU(shared_axes=[1, 2, 3]), Flatten(), Dense(10)])
      """,
      """
      input: [3, 33, 32]
      features: [
        {conv: 8, stride: [2, 1]}, {maxpool: 3, stride: 2, padding: [1, 0], ceil: true},
        {conv: 8, groups: depthwise, bias: false, activation: none}, {conv: 4, kernel: 1, activation: relu}, prelu,
      ]
      classifier: {hidden: [], classes: 10}

      """
    ),
    (
      """
      layer { name: "conv" type: "Convolution" bottom: "data" top: "conv"
        convolution_param { num_output: 8 kernel_size: 3 pad: 1 bias_term: false } }
      layer { name: "bn0" type: "BatchNorm" bottom: "conv" top: "bn" include { phase: TRAIN }
        batch_norm_param { use_global_stats: false } }
      layer { name: "bn" type: "BatchNorm" bottom: "conv" top: "bn" include { phase: TEST }
        batch_norm_param { use_global_stats: true } }
      layer { name: "scale" type: "Scale" bottom: "bn" top: "bn" scale_param { bias_term: true } }
      layer { name: "relu" type: "ReLU" bottom: "bn" top: "bn" }
      """,
      """
      features: [{conv: 8, bias: false}]
      batch_norm: true
      classifier: none

      """
    ),
    (
      """
      features = nn.Sequential(nn.Conv2d(3, 8, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2))
      head = nn.Linear(8 * 16 * 16, 10)
      net = nn.Sequential(features, nn.Flatten(), head)
      net.to(device)
      """,
      """
      input: [3, 32, 32]
      features: [8, M]
      classifier: {hidden: [], classes: 10}

      """
    ),
    (
      """
      from collections import OrderedDict
      model = torch.nn.Sequential(OrderedDict([
          ('conv1', torch.nn.LazyConv2d(8, 3, padding=1)), ('relu1', torch.nn.ReLU(inplace=True)),
          ('gap', torch.nn.AdaptiveAvgPool2d((1, 1))), ('flat', torch.nn.Flatten()),
          ('fc', torch.nn.LazyLinear(10)),
      ]))
      """,
      """
      features: [8]
      avgpool: 1
      classifier: {hidden: [], classes: 10}

      """
    ),
    (
      """
      >>> print(model)
      VGG(
        (features): Sequential(
          (0): Conv2d(3, 8, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
          (1): ReLU(inplace)
          (2): MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)
        )
        (avgpool): AdaptiveAvgPool2d(output_size=(7, 7))
        (classifier): Sequential(
          (0): Linear(in_features=392, out_features=16, bias=True)
          (1): ReLU(inplace)
          (2): Dropout(p=0.5)
          (3): Linear(in_features=16, out_features=10, bias=True)
        )
      )
      >>>
      """,
      """
      features: [8, M]
      avgpool: 7
      classifier: {hidden: [16], dropout: 0.5, classes: 10}

      """
    ),
    (
      """
      model = Sequential()
      model.add(ZeroPadding2D((1, 1), input_shape=(3, 32, 32), data_format='channels_first'))
      model.add(Convolution2D(8, 3, 3, activation='relu'))
      model.add(MaxPooling2D((2, 2), strides=(2, 2)))
      model.add(Flatten())
      model.add(Dense(16, activation='relu'))
      model.add(Dropout(0.5))
      model.add(Dense(10, activation='softmax'))
      """,
      """
      input: [3, 32, 32]
      features: [8, M]
      classifier:
        - linear: 16
        - relu
        - dropout: 0.5
        - linear: 10
        - softmax

      """
    ),
    (
      """
      [net]
      height=32
      width=32
      channels=3
      [convolutional]
      batch_normalize=1
      filters=8
      size=3
      stride=1
      pad=1
      activation=relu
      [maxpool]
      size=2
      stride=2
      [avgpool]
      [connected]
      output=10
      activation=linear
      """,
      """
      input: [3, 32, 32]
      features: [{conv: 8, bias: false}, M]
      batch_norm: true
      avgpool: 1
      classifier: {hidden: [], classes: 10}

      """
    ),
    ("[64, M, 128, M]", "features: [64, M, 128, M]\n"),
    ("(64, 'M', 128, 'LRN')", "features: [64, M, 128, LRN]\n"),
    (
      "{'vgg-a': [64, 'M'], 16: [64, 64, 'M']}",
      "models:\n  vgg-a: [64, M]\n  '16': [64, 64, M]\n"
    ),
  ]

  @Test(arguments: forms) func isConverted(text: String, configuration: String) throws {
    let finding = try finding(of: text)
    #expect(finding.configuration?.text == configuration)
    #expect(!compile(configuration).diagnostics.hasErrors)
  }

  // MARK: - Recognised without conversion

  static let named: [(TextKind, String)] = [
    (.kerasSummary, "Model: \"a\"\n Layer (type)       Output Shape     Param #\n=====\n"),
    (.ludwig, "input_features:\n  - name: a\noutput_features:\n  - name: b\n"),
    (.nntrainer, "[Model]\nType = NeuralNetwork\n\n[conv1_1]\nType = conv2d\nfilters = 64\n"),
    (.python, "import torch\n\ndef make():\n    return 1\n"),
    (.python, "class VGG(nn.Module):\n    def __init__(self):\n        super().__init__()\n"),
    (.json, "{\"net\": {\"depth\": 16}}\n"),
    (.graphJSON, "{\n  \"format_version\" : 1,\n  \"layers\" : []\n}\n"),
    (
      .torchSource,
      "class A(nn.Module):\n  def __init__(self):\n    self.features = nn.Sequential(nn.ReLU())\n"
    ),
  ]

  @Test(arguments: named) func isNamed(kind: TextKind, text: String) throws {
    let finding = try finding(of: text)
    #expect(finding.kind == kind)
    #expect(finding.reading == .named)
  }

  // MARK: - Without a counterpart

  static let obstructed: [(String, [String])] = [
    (
      "nn.Sequential(nn.Conv2d(3, 8, 3, padding_mode='reflect'), nn.Mish(), nn.Flatten())",
      ["`padding_mode` cannot be \"reflect\" in vggc", "vggc has no `Mish`"]
    ),
    (
      "nn.Sequential(nn.Conv2d(3, 8, 3), nn.GELU(approximate='tanh'))",
      ["`approximate` cannot be \"tanh\" in vggc"]
    ),
    (
      "nn.Sequential(nn.Conv2d(3, 8, 3), nn.LeakyReLU(2.0))",
      ["`negative_slope` cannot be 2.0 in vggc"]
    ),
    (
      "nn.Sequential(nn.Conv2d(3, 8, 3), nn.Flatten(), nn.BatchNorm1d(8), nn.Linear(8, 2))",
      [
        "this normalises a flattened map; vggc normalises only feature maps and the outputs of linear layers"
      ]
    ),
    (
      "nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU(), nn.Conv2d(4, 8, 3), nn.ReLU())",
      ["this expects 4 channels, but the previous layer outputs 8"]
    ),
    (
      "nn.Sequential(nn.Conv2d(3, 8, (3, 5, 1)), nn.ReLU())",
      ["`kernel_size` cannot be (3, 5, 1) in vggc"]
    ),
    (
      "nn.Sequential(nn.Conv2d(3, 8, 3, groups=2), nn.ReLU())",
      ["`groups` cannot be 2 in vggc"]
    ),
    (
      "nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU(), nn.Linear(8, 2))",
      ["nothing flattens the map before this layer"]
    ),
    (
      "Sequential([Input((32, 31, 3)), Conv2D(8, 3, strides=2, padding='same'), Flatten(), Dense(2)])",
      ["this pads no row above the map and 1 below it; padding in vggc is the same on both sides"]
    ),
    (
      "Sequential([Input((9, 9, 3)), SeparableConv2D(8, (3, 4), padding='same'), Flatten(), Dense(2)])",
      [
        "this pads 1 column left of the map and 2 right of it; padding in vggc is the same on both sides"
      ]
    ),
    (
      "Sequential([Conv2D(8, 3, strides=2, padding='same'), Flatten(), Dense(2)])",
      ["with a stride, the padding of `same` depends on the image size, which is not stated here"]
    ),
    (
      "Sequential([Input((9, 9, 3)), Conv2D(8, 3), MaxPooling2D(2, 1, padding='same'), Flatten(), Dense(2)])",
      [
        "this pads no row above the map and 1 below it, no column left of the map and 1 right of it; padding in vggc is the "
          + "same on both sides"
      ]
    ),
    (
      "Sequential([Input((9, 9, 3)), ZeroPadding2D(((1, 1), (0, 2))), Conv2D(8, 3), Flatten(), Dense(2)])",
      [
        "this pads no column left of the map and 2 right of it; padding in vggc is the same on both sides"
      ]
    ),
    (
      "Sequential([Conv2D(8, 3), PReLU(), Flatten(), Dense(2)])",
      ["`shared_axes` is missing from `PReLU`"]
    ),
    (
      "Sequential([Conv2D(8, 3), BatchNormalization(axis=1), Flatten(), Dense(2)])",
      ["`axis` cannot be 1 in vggc"]
    ),
    (
      "layer { name: \"s\" type: \"Scale\" bottom: \"x\" top: \"y\" }\n", ["vggc has no `Scale`"]
    ),
    ("cfg = [64, 'M', 'Q']", ["vggc has no `Q`"]),
    (
      "[net]\nheight=8\nwidth=8\n[convolutional]\nfilters=8\nsize=3\nactivation=mish\n[shortcut]\n",
      ["`activation` cannot be mish in vggc", "vggc has no `[shortcut]`"]
    ),
    (
      "layer {\n name: \"a\" type: \"Eltwise\" bottom: \"x\" top: \"y\" }\n",
      ["vggc has no `Eltwise`"]
    ),
  ]

  @Test(arguments: obstructed) func isNotConverted(text: String, notes: [String]) throws {
    let compilation = compile(text)
    #expect(compilation.diagnostics.map(\.id) == [.foreignText])
    let found = compilation.diagnostics.flatMap(\.notes).map(\.message)
    #expect(found.dropLast() == notes[...])
    #expect(found.last?.hasPrefix("vggc takes ") == true)
    #expect(compilation.diagnostics.flatMap(\.fixIts).isEmpty)
  }

  /// Pairs under `features` are only that key's value, and the rest of the file stays.
  @Test(arguments: [
    "((1, 64), (2, 128))", "[[1, 64], [2, 128]]", "[(1, 64), (2, 128)]",
  ])
  func pairsUnderFeatures(pairs: String) throws {
    let text = "input: [1, 32, 32]\nfeatures: \(pairs)\nclassifier: {classes: 10}\n"
    let found = compile(text).diagnostics
    #expect(found.map(\.id) == [.foreignText])
    let fixIt = try #require(found.first?.fixIts.first)
    #expect(fixIt.confidence == .offered)
    #expect(fixIt.replacement == "[64, M, 128, 128, M]")
    #expect(text.utf8.count > fixIt.range.end && fixIt.range.start == 29)
  }

  // MARK: - Not another tool's text

  /// A configuration with a mistake is not mistaken for another tool's text.
  @Test(arguments: Checkout.files(in: "Configs") + Checkout.files(in: "Configs/mistakes"))
  func configurationsAreNotRecognised(path: String) throws {
    let found = try ConfigurationFiles.compile(path).diagnostics.map(\.id)
    #expect(found.contains(.foreignText) == path.hasSuffix("foreign-text.yaml"))
  }

  private var pipeline: CompilerPipeline {
    CompilerPipeline(reader: ConfigurationFinder.sourceReader { _ in })
  }

  private func finding(of text: String) throws -> ForeignText {
    let found = compile(text).diagnostics
    #expect(found.count == 1)
    return try #require(found.first?.finding as? ForeignText)
  }
}

extension ForeignText {
  fileprivate var configuration: ForeignConfiguration? {
    if case .understood(let configuration) = reading { configuration } else { nil }
  }
}
