import Testing
import VGGCompilation
import VGGDiagnostics
import VGGFindings
import VGGTestSupport

/// Layers of other tools' lists in `features`, and keys next to their section.
@Suite struct OtherLayerTests {
  private static let rest = "classifier: {hidden: [], classes: 10}\navgpool: 1\n"

  static let entries: [(String, String, String?)] = [
    (
      "ReLU",
      "`ReLU` can't be an entry of `features`: a ReLU follows each convolution automatically",
      "remove ReLU"
    ),
    (
      "flatten",
      "`flatten` can't be an entry of `features`: the last map is flattened automatically before the classifier",
      nil
    ),
    (
      "bn",
      "`bn` can't be an entry of `features`: `batch_norm: true` puts one between each convolution and its ReLU",
      nil
    ),
    (
      "gap",
      "`gap` can't be an entry of `features`: `avgpool: 1` at the top level averages the last map before the classifier",
      nil
    ),
    (
      "dropout", "`dropout` needs a probability: {dropout: 0.5}",
      "replace dropout with {dropout: 0.5}"
    ),
    ("FC-10", "`FC-10` is a layer of the classifier, not of the features", nil),
    ("FC-4096", "`FC-4096` is a layer of the classifier, not of the features", nil),
    ("softmax", "`softmax` is a layer of the classifier, not of the features", nil),
    ("conv3", "`conv3` has no output channels: conv3-64 is a 3x3 convolution with 64", nil),
    ("Conv3-64", "unknown entry `Conv3-64` in `features`", "replace Conv3-64 with conv3-64"),
    ("conv3_64", "unknown entry `conv3_64` in `features`", "replace conv3_64 with conv3-64"),
    ("P", "unknown entry `P` in `features`", "replace P with M"),
    ("MaxPool2d", "unknown entry `MaxPool2d` in `features`", "replace MaxPool2d with M"),
    (
      "MC", "unknown entry `MC`: in SSD's lists, it is max pooling that rounds its output size up",
      "replace MC with {maxpool: 2, ceil: true}"
    ),
  ]

  @Test(arguments: entries)
  func isExplained(entry: String, message: String, fix: String?) {
    let found = compile("features: [64, \(entry), 64, M]\n\(Self.rest)").diagnostics
    #expect(found.map(\.message) == [message])
    #expect(found.flatMap(\.fixIts).map(\.title) == (fix.map { [$0] } ?? []))
  }

  /// Layers that vggc adds by itself are removed, and nothing else.
  @Test(arguments: [
    ("[64, relu, M, flatten]", "[64, M]"), ("[64, bn, relu, M]", "[64, bn, M]"),
    ("\n  - 64\n  - relu\n  - M\n  - flatten", "\n  - 64\n  - M"), ("[M, relu]", "[M, relu]"),
    ("[64, relu, # one\n M]", "[64, relu, # one\n M]"),
  ])
  func isRemoved(text: String, fixed: String) throws {
    let pipeline = CompilerPipeline(reader: ConfigurationFinder.sourceReader { _ in })
    let file = SourceFile(name: "a.yaml", text: "features: \(text)\n\(Self.rest)")
    #expect(try pipeline.fixed(file).file.text == "features: \(fixed)\n\(Self.rest)")
  }

  static let moves: [(String, String)] = [
    ("features: [8, M]\nnum_classes: 10\n", "features: [8, M]\nclassifier: {classes: 10}\n"),
    (
      "num_classes: 10\nfeatures: [8, M]\nclassifier: {hidden: [64]}\n",
      "features: [8, M]\nclassifier: {hidden: [64], classes: 10}\n"
    ),
    (
      "classifier:\n  hidden: [64]  # one\nfeatures: [8, M]\nnum_classes: 10",
      "classifier:\n  hidden: [64]  # one\n  classes: 10\nfeatures: [8, M]"
    ),
    (
      "features: [8, M]\nclassifier:\nhidden: [64]\nclasses: 10\n",
      "features: [8, M]\nclassifier: {hidden: [64], classes: 10}\n"
    ),
    (
      "features: [8, M]\nhidden: [64]\nclasses: 10\n",
      "features: [8, M]\nclassifier: {hidden: [64], classes: 10}\n"
    ),
    (
      "features: [8, M]\nlearning_rate: 0.1\nbatch_size: 8\n",
      "features: [8, M]\ntraining: {rate: 0.1, batch: 8}\n"
    ),
  ]

  /// There is one error; its fix moves the key to its section.
  @Test(arguments: moves) func isMoved(text: String, fixed: String) throws {
    let pipeline = CompilerPipeline(reader: ConfigurationFinder.sourceReader { _ in })
    let file = SourceFile(name: "a.yaml", text: text)
    let errors = pipeline.compileAll(file).diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.id) == [.unknownKey])
    let result = try pipeline.fixed(file)
    #expect(result.file.text == fixed)
    #expect(!result.compilation.diagnostics.hasErrors)
  }

  /// If both places state it, the author chooses.
  @Test func twoNumbersOfClassesAreTheAuthors() throws {
    let text = "features: [8, M]\nnum_classes: 10\nclassifier: {classes: 12}\n"
    let found = compile(text).diagnostics
    #expect(found.flatMap(\.fixIts).isEmpty)
    #expect(
      found.filter { $0.severity == .error }.map(\.message) == [
        "unknown key `num_classes` in a configuration; it is `classes` under `classifier`"
      ])
  }

  @Test(arguments: ["cfg", "cfgs", "features"]) func listsByName(key: String) throws {
    let pipeline = CompilerPipeline(reader: ConfigurationFinder.sourceReader { _ in })
    let text = "\(key): {'A': [8, 'M'], 'B': [8, 8, 'M']}\n\(Self.rest)"
    let file = SourceFile(name: "a.yaml", text: text)
    #expect(pipeline.compileAll(file).diagnostics.map(\.id) == [.unknownKey])
    let result = try pipeline.fixed(file)
    #expect(result.file.text == "models: {'A': [8, 'M'], 'B': [8, 8, 'M']}\n\(Self.rest)")
    #expect(result.compilation.graphs.map(\.name) == ["A", "B"])
  }

  @Test(arguments: [
    ("{maxpool: 2, padding: valid}", "{maxpool: 2, padding: 0}"),
    ("{maxpool: 2, padding: same}", "{maxpool: 2, padding: same}"),
    ("{avgpool: 2, padding: VALID}", "{avgpool: 2, padding: 0}"),
  ])
  func paddingsOfPoolingsAsWords(entry: String, fixed: String) throws {
    let pipeline = CompilerPipeline(reader: ConfigurationFinder.sourceReader { _ in })
    let file = SourceFile(name: "a.yaml", text: "features: [8, \(entry)]\n\(Self.rest)")
    let found = pipeline.compileAll(file).diagnostics.filter { $0.severity == .error }
    #expect(found.map(\.id) == [.wrongType])
    #expect(try pipeline.fixed(file).file.text == "features: [8, \(fixed)]\n\(Self.rest)")
  }

  /// D2L's pairs, written out, are a valid network with one and two channels.
  @Test(arguments: [
    ("[1, 64, M, 2, 128, M]", 1), ("[64, 2, 64, M]", 1), ("[64, M, 2, M, 128]", 1),
    ("[1, 2, 4, M]", 0), ("[64, 2]", 0), ("[conv1-1, 64, M]", 0), ("[64, 32, 16, M]", 0),
  ])
  func narrowConvolutions(features: String, warnings: Int) {
    let found = compile("input: [3, 32, 32]\nfeatures: \(features)\n\(Self.rest)").diagnostics
    #expect(found.filter { $0.id == .narrowConvolution }.count == warnings)
  }

  @Test(arguments: [
    ("{conv: 32, kernel: 1, padding: 1}", true), ("{conv: 32, kernel: 3, padding: 3}", true),
    ("{conv: 32, kernel: 3, padding: 2}", false), ("conv1-32", false),
  ])
  func paddingOverTheKernel(entry: String, warns: Bool) {
    let found = compile("features: [64, \(entry), M]\n\(Self.rest)").diagnostics.map(\.id)
    #expect(found == (warns ? [.paddingOverKernel] : []))
  }
}
