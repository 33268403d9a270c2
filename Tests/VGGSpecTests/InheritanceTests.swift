import Testing
import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGTestSupport

@Suite struct InheritanceTests {
  private func onlyGraph(_ text: String, files: [String: String] = [:]) throws -> ModelGraph {
    let compilation = compile(text, files: files)
    #expect(!compilation.diagnostics.hasErrors)
    return try #require(compilation.graphs.first)
  }

  @Test(arguments: [
    ("D", 138_357_544), ("d", 138_357_544), ("VGG16", 138_357_544), ("vgg16_bn", 138_365_992),
    ("a-lrn", 132_863_336), ("C", 133_638_952),
  ])
  func builtInsByName(name: String, parameters: Int) throws {
    let graph = try onlyGraph("extends: \(name)\n")
    #expect(graph.name == "test")
    #expect(graph.totals.parameters == parameters)
  }

  @Test func whatIsNamedIsOverridden() throws {
    let graph = try onlyGraph(
      """
      extends: base.yaml
      input: [1, 28, 28]
      classifier: {classes: 7}
      """,
      files: [
        "base.yaml": """
        name: base
        input: [3, 64, 64]
        features: [8, M, 16, M]
        batch_norm: true
        classifier: {hidden: [32], dropout: 0.25, classes: 100}
        """
      ])
    #expect(graph.name == "test")
    #expect(graph.input.description == "1x28x28")
    #expect(graph.layers.contains { $0.kind.name == "batch_norm2d" })
    let classifier = graph.layers.filter { $0.name.hasPrefix("classifier") }.map(\.kind)
    #expect(
      classifier == [
        .linear(Linear(inputs: 16 * 7 * 7, outputs: 32, bias: true)), .relu(ReLU()),
        .dropout(Dropout(probability: 0.25)), .linear(Linear(inputs: 32, outputs: 7, bias: true)),
      ])
  }

  @Test func aListReplacesTheClassifierWhole() throws {
    let graph = try onlyGraph("extends: D\nclassifier:\n  - linear: 5\n  - softmax\n")
    #expect(graph.layers.suffix(2).map(\.kind.name) == ["linear", "softmax"])
  }

  @Test func basesAreFoundFromTheFileThatNamesThem() throws {
    let graph = try onlyGraph(
      "extends: own/b.yaml\n",
      files: [
        "own/b.yaml": "extends: ../a.yaml\nlabels: names.txt\nclassifier: {classes: 2}\n",
        "a.yaml": "features: [8, M]\n", "own/names.txt": "cat\ndog\n",
      ])
    #expect(graph.labels == ["cat", "dog"])
  }

  @Test func modelsInheritTheFilesOtherKeys() throws {
    let compilation = compile(
      """
      input: [3, 32, 32]
      classifier: {hidden: [], classes: 10}
      models:
        small: [8, M]
        normed: {features: [8, M], batch_norm: true, classifier: {classes: 3}}
        deep: {extends: A, input: [3, 64, 64]}
      """)
    #expect(!compilation.diagnostics.hasErrors)
    #expect(
      compilation.graphs.map { "\($0.name) \($0.input) \($0.output)" } == [
        "small 3x32x32 10", "normed 3x32x32 3", "deep 3x64x64 1000",
      ])
  }

  @Test func whatIsWrongWithASharedKeyIsSaidOnce() {
    expectDiagnostics(
      "input: 1️⃣[3, 32]\nmodels:\n  a: [8, M]\n  b: [16, M]\n",
      [
        ExpectedDiagnostic(
          "1️⃣", .wrongType,
          "input must be [channels, height, width], such as [3, 224, 224], but this list has 2 entries"
        )
      ])
  }

  @Test func cyclesAreReportedWhereTheyClose() {
    let compilation = compile(
      "extends: a.yaml\nfeatures: [8, M]\n",
      files: ["a.yaml": "extends: b.yaml\n", "b.yaml": "extends: test.yaml\n"])
    #expect(compilation.diagnostics.count == 1)
    #expect(
      compilation.diagnostics.first?.message
        == "circular `extends`: test.yaml -> a.yaml -> b.yaml -> test.yaml")
    #expect(
      compilation.diagnostics.first.map { compilation.sources.name(of: $0.range) } == "b.yaml")
  }

  @Test func unknownBases() {
    expectDiagnostics(
      "extends: 1️⃣vgg-16\n",
      [
        ExpectedDiagnostic(
          "1️⃣", .unknownBase,
          "no built-in configuration or readable file named `vgg-16`: no such file or directory")
      ], offered: ["replace vgg-16 with vgg16"])
    expectDiagnostics(
      "extends: 1️⃣b.yaml\n",
      [
        ExpectedDiagnostic(
          "1️⃣", .unknownBase, "b.yaml has several models, so it can't be extended")
      ],
      files: ["b.yaml": "models: {a: [8]}\n"])
    expectDiagnostics(
      "extends: 1️⃣b.yaml\n",
      [ExpectedDiagnostic("1️⃣", .unknownBase, "b.yaml has no configuration to extend")],
      files: ["b.yaml": "[8, M]\n"])
  }

  @Test func anErrorInABaseIsShownInTheBase() {
    let compilation = compile("extends: b.yaml\n", files: ["b.yaml": "features: [8, X]\n"])
    #expect(compilation.diagnostics.map(\.id) == [.unknownElement])
    #expect(
      compilation.diagnostics.first.map { compilation.sources.name(of: $0.range) } == "b.yaml")
  }

  @Test func longChainsAreBounded() {
    var files: [String: String] = [:]
    for index in 0..<100 { files["\(index).yaml"] = "extends: \(index + 1).yaml\n" }
    #expect(compile("extends: 0.yaml\n", files: files).diagnostics.map(\.id) == [.extendsCycle])
  }

  @Test func modelsTogetherAreBounded() {
    let features = Array(repeating: "4", count: 50_000).joined(separator: ", ")
    let models = (0..<50).map { "  m\($0): {}\n" }.joined()
    let compilation = compile(
      "input: [1, 1, 1]\nfeatures: [\(features)]\nclassifier: {hidden: [], classes: 2}\nmodels:\n\(models)"
    )
    let errors = compilation.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.id) == [.valueOutOfRange])
    #expect(errors.first.map { compilation.sources.text(of: $0.range) } == "m19")
  }

  @Test func aBaseIsReadOnceHoweverManyModelsExtendIt() {
    let models = (0..<500).map { "  m\($0): {extends: base.yaml}\n" }.joined()
    let compilation = compile("models:\n\(models)", files: ["base.yaml": "features: [8, X]\n"])
    #expect(compilation.diagnostics.map(\.id) == [.unknownElement])
    #expect(compilation.models.count == 500)
  }
}
