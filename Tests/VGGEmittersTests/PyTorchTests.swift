import Foundation
import Testing
import VGGGraph
import VGGTestSupport

@testable import VGGEmitters

/// The emitted module beyond its golden files: run by Python, with layers in unusual orders and
/// under unusual names.
@Suite struct PyTorchTests {
  /// Python compiles the source; Scripts/checks/pytorch-modules.py checks it with PyTorch.
  @Test func pythonCompilesIt() throws {
    var sources = try SampleModel.emitted.map { try text(of: $0.graph()) }
    sources += try (1...20).map { try text(of: graph(RandomNetwork(seed: $0).configuration)) }
    sources.append(try text(of: graph(Self.oddName)))
    try withTemporaryFolder { folder in
      let files = try sources.enumerated().map { try folder.write($1, to: "model\($0).py") }
      let result = try Tool.run(["python3", "-W", "error", "-m", "py_compile"] + files)
      #expect(result.status == 0, "\(result.errors)")
    }
  }

  /// Networks that end as torchvision's have its pooling layer, which changes nothing at their own size.
  @Test(arguments: [
    ("extends: vgg16", true), ("extends: vgg16_bn\nclassifier: {classes: 10}", true),
    ("extends: D\ninput: [3, 256, 256]", false), ("extends: D\nuntil: relu5_3", false),
    ("extends: D\nclassifier: {hidden: [4096]}", false),
    ("extends: D\nclassifier: {dense: 7}", false),
  ])
  func torchvisionPool(_ configuration: String, _ hasPool: Bool) throws {
    let text = try text(of: graph(configuration))
    #expect(text.contains("self.avgpool = nn.AdaptiveAvgPool2d((7, 7))") == hasPool)
    if hasPool { #expect(text.contains("x = self.avgpool(x)")) }
  }

  /// No line is longer than Black's 88 columns.
  @Test func linesAreShort() throws {
    for seed in UInt64(1)...20 {
      let lines = try text(of: graph(RandomNetwork(seed: seed).configuration)).split(
        separator: "\n")
      #expect(lines.allSatisfy { $0.count <= 88 }, "\(lines.filter { $0.count > 88 })")
    }
  }

  /// ReLU works in place only if nothing else reads its input: neither the caller's image nor
  /// values for the backward pass are overwritten.
  @Test(arguments: [
    ("features: [4, M]", "nn.ReLU(inplace=True),  # relu1_1: 4x8x8"),
    ("features: [4, M]", "nn.ReLU(),  # relu2_0: 64"),
    ("features: [{dropout: 0.5}]", "nn.ReLU(),  # relu1_0: 192"),
    ("features: [M]", "nn.ReLU(),  # relu2: 4"),
  ])
  func inPlace(_ features: String, _ line: String) throws {
    let classifier = "classifier: [relu, {linear: 4}, softmax, relu]"
    let text = try text(of: graph("input: [3, 8, 8]\n\(features)\n\(classifier)"))
    #expect(text.contains("            \(line)\n"), "\(text)")
  }

  @Test(arguments: [
    ("features: [{conv: 4, bias: false}]", ["nn.init.zeros_(module.bias)": 1]),
    ("features: [4, {conv: 4, bias: false}]", ["if module.bias is not None:": 1]),
    ("features: [4]", ["if module.bias is not None:": 1, "nn.BatchNorm2d": 0]),
    ("features: [4]\nbatch_norm: true", ["isinstance(module, nn.BatchNorm2d)": 1]),
  ])
  func initialisation(_ features: String, _ counts: [String: Int]) throws {
    let text = try text(of: graph("input: [3, 8, 8]\n\(features)\nclassifier: [{linear: 4}]"))
    for (line, count) in counts {
      #expect(text.components(separatedBy: line).count == count + 1, "\(line) in\n\(text)")
    }
  }

  /// A network without weights has nothing to initialise.
  @Test func withoutWeights() throws {
    let text = try text(of: graph("input: [3, 8, 8]\nfeatures: [M]\nclassifier: [relu]"))
    #expect(text.contains("def __init__(self) -> None:"))
    #expect(!text.contains("_initialize_weights"))
  }

  @Test(arguments: ["none", "True", "tensor"]) func namesThatPythonKeeps(_ name: String) throws {
    let text = try text(of: graph("name: \"\(name)\"\ninput: [3, 8, 8]\nfeatures: [4]"))
    #expect(text.contains("Network(nn.Module):"))
  }

  @Test(arguments: [
    (0.5, "0.5"), (2, "2.0"), (1e-5, "1e-05"), (0.0001, "0.0001"), (9.5e15, "9500000000000000.0"),
    (1e16, "1e+16"), (1e-20, "1e-20"),
  ])
  func numbers(_ value: Double, _ text: String) {
    #expect(value.pythonLiteral == text)
  }

  @Test(arguments: [
    ("cat", #""cat""#), (#"the "big" dog"#, #"'the "big" dog'"#), (#"it's "#, #""it's ""#),
    (#"'""#, #""'\"""#), (#"a\b"#, #""a\\b""#), ("고양이", #""고양이""#),
    ("a\nb\u{202E}", #""a\u000ab\u202e""#), ("\u{E0001}", #""\U000e0001""#),
  ])
  func strings(_ value: String, _ text: String) {
    #expect(pythonLiteral(value) == text)
  }

  private static let oddName = #"""
    name: "a \"\"\" \\ b # \n고양이"
    input: [3, 8, 8]
    features: [{conv: 16777216, kernel: 7, stride: 2, padding: 3, bias: false}]
    classifier: [{linear: 2}]
    """#

  private func text(of graph: ModelGraph) -> String {
    emitPyTorch([NamedNetwork(graph)], .test)
  }
}
