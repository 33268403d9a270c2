import Testing
import VGGDiagnostics
import VGGFindings
import VGGSpec
import VGGTestSupport

@testable import VGGCompilation

/// `Configs/mistakes` and the catalogue that explains them.
@Suite struct MistakesTests {
  private static let folder = "Configs/mistakes"

  private static func pipeline() -> CompilerPipeline {
    CompilerPipeline(reader: ConfigurationFinder.sourceReader { _ in })
  }

  private func file(of id: DiagnosticID) -> String {
    Checkout.file("\(Self.folder)/\(id.fileName)").path
  }

  private func compile(_ text: String, of id: DiagnosticID) throws -> Compilation {
    try Self.pipeline().compile(SourceFile(name: file(of: id), text: text))
  }

  /// `vggc explain` needs only the built program, and shows the file of the checkout.
  @Test(arguments: DiagnosticID.allCases)
  func theExampleIsTheFile(id: DiagnosticID) throws {
    #expect(try Checkout.text("\(Self.folder)/\(id.fileName)") == id.example.text)
  }

  @Test func everyFileIsAnExample() throws {
    let expected = DiagnosticID.allCases.map { "\(Self.folder)/\($0.fileName)" }.sorted()
    #expect(Checkout.files(in: Self.folder) == expected)
  }

  @Test(arguments: DiagnosticID.allCases)
  func theExampleGivesItsDiagnosticAlone(id: DiagnosticID) throws {
    let example = id.example
    let found = try compile(example.text, of: id).diagnostics.map(\.id)
    #expect(found == (example.isSoundAlone ? [] : [id]))
  }

  @Test(arguments: DiagnosticID.allCases)
  func theRepairedExampleIsSound(id: DiagnosticID) throws {
    let compilation = try compile(id.example.repaired, of: id)
    #expect(compilation.diagnostics.map(\.message) == [])
    #expect(!compilation.graphs.isEmpty)
  }

  /// No diagnostic points at an empty place or outside its file, so every caret is under something.
  @Test(arguments: DiagnosticID.allCases)
  func theDiagnosticPointsIntoTheFile(id: DiagnosticID) throws {
    let compilation = try compile(id.example.text, of: id)
    for diagnostic in compilation.diagnostics {
      #expect(diagnostic.range.source == compilation.main)
      #expect(!diagnostic.range.isEmpty)
      #expect(diagnostic.range.end <= compilation.file.bytes.count)
    }
  }

  @Test(arguments: DiagnosticID.allCases)
  func fixItsMendTheExample(id: DiagnosticID) throws {
    let file = SourceFile(name: file(of: id), text: id.example.text)
    let fixIts = try Self.pipeline().compile(file).diagnostics.flatMap(\.fixIts)
      .filter { $0.confidence == .certain }
    let fixed = try Self.pipeline().fixed(file)
    #expect((fixed.file.bytes != file.bytes) == !fixIts.isEmpty)
    if !fixIts.isEmpty { #expect(!fixed.compilation.diagnostics.map(\.id).contains(id)) }
  }

  // MARK: - Layers are the author's choice

  /// A configuration with one wrong layer name, and the name that is offered for it.
  static let choices: [(text: String, offered: String)] = [
    // A textbook's list means ceil-mode pooling, which `M` is not.
    ("features: [64, MC, 64, M]", "{maxpool: 2, ceil: true}"),
    ("features: [64, C, 64, M]", "{maxpool: 2, ceil: true}"),
    ("features: [64, A, 64, M]", "{avgpool: 2, stride: 2}"), ("features: [64, m]", "M"),
    ("features: [64, LRM, M]", "LRN"), ("features: [64, maxpol]", "maxpool"),
    ("features: [conv64-3, M]", "conv3-64"), ("features: [{con: 64}, M]", "conv"),
    ("features: [64, {avgpol: 2}]", "avgpool"),
    ("features: [8, M]\nclassifier: [reul, linear: 10]", "relu"),
    ("features: [8, M]\nclassifier: [linear: 10, {softmx: 1}]", "softmax"),
    ("extends: vgg-16", "vgg16"), ("extends: vgg16_bm", "vgg16_bn"),
  ]

  @Test(arguments: choices)
  func layersAreOfferedAndNotChosen(text: String, offered: String) throws {
    let file = SourceFile(name: "choices.yaml", text: text + "\n")
    let fixed = try Self.pipeline().fixed(file)
    #expect(fixed.file.text == file.text)
    let fixIts = fixed.compilation.diagnostics.flatMap(\.fixIts)
    #expect(fixIts.map(\.confidence) == [.offered])
    #expect(fixIts.map(\.replacement) == [offered])
  }

  /// A name of the language with a letter doubled, dropped or in the other case never becomes a
  /// layer automatically.
  @Test(arguments: FeatureWord.allCases.map(\.rawValue) + BuiltInConfiguration.all.map(\.name))
  func misspeltLayersStay(name: String) throws {
    let damaged = [name + String(name.last ?? "M"), String(name.dropLast()), name.lowercased()]
    for word in Set(damaged) where !word.isEmpty && word != name {
      for text in ["features: [64, \(word), M]\n", "extends: \(word)\n"] {
        let file = SourceFile(name: "misspelt.yaml", text: text)
        #expect(try Self.pipeline().fixed(file).file.text == text)
      }
    }
  }

  /// Fixes that follow from the rest of the text, and names of keys, are applied.
  static let repairs: [(text: String, repaired: String)] = [
    ("features: [64, {conv: 64, in: 3}, M]", "features: [64, {conv: 64, in: 64}, M]"),
    ("features: [{conv: 64, paddin: 0}, M]", "features: [{conv: 64, padding: 0}, M]"),
    ("features: [{conv: 64, bias: no}, M]", "features: [{conv: 64, bias: false}, M]"),
    ("features: [{conv:64}, M]", "features: [{conv: 64}, M]"),
    ("features: [\"64\", M]", "features: [64, M]"),
    ("cfg: [64, M]", "features: [64, M]"),
    ("features: !!seq [64, M]", "features: [64, M]"),
    ("features: [64, M]\npreprocess: {crop: 200}", "features: [64, M]\npreprocess: {crop: 224}"),
    (
      "features: [64, M]\ntraining: {optimizer: adan}",
      "features: [64, M]\ntraining: {optimizer: adam}"
    ),
    (
      "features: [64, M]\naugment: {crop: {scale: [1, 0.5]}}",
      "features: [64, M]\naugment: {crop: {scale: [0.5, 1]}}"
    ),
  ]

  @Test(arguments: repairs)
  func whatFollowsFromTheTextIsApplied(text: String, repaired: String) throws {
    let rest = "\nclassifier: {hidden: [], classes: 2}\navgpool: 7\n"
    let file = SourceFile(name: "repairs.yaml", text: text + rest)
    #expect(try Self.pipeline().fixed(file).file.text == repaired + rest)
  }
}
