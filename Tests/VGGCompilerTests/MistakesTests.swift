import Testing
import VGGDiagnostics
import VGGFindings
import VGGReports
import VGGSpec
import VGGTestSupport

@testable import VGGCompiler

/// `Configs/mistakes` and the catalogue that explains them.
@Suite struct MistakesTests {
  private static let folder = "Configs/mistakes"

  private func compile(_ text: String, of entry: DiagnosticEntry) throws -> Compilation {
    let name = Checkout.file("\(Self.folder)/\(entry.fileName)").path
    return try CompilerPipeline(reader: ConfigurationFinder.sourceReader { _ in })
      .compile(SourceFile(name: name, text: text))
  }

  @Test(arguments: DiagnosticCatalogue.entries)
  func theFileIsTheExample(entry: DiagnosticEntry) throws {
    try expectRecorded(entry.example, "\(Self.folder)/\(entry.fileName)")
  }

  @Test func everyFileIsAnExample() throws {
    let expected = DiagnosticCatalogue.entries.map { "\(Self.folder)/\($0.fileName)" }.sorted()
    #expect(Checkout.files(in: Self.folder) == expected)
  }

  @Test(arguments: DiagnosticCatalogue.entries)
  func theExampleGivesItsDiagnosticAlone(entry: DiagnosticEntry) throws {
    let found = try compile(entry.example, of: entry).diagnostics.map(\.id)
    let needsAnotherFile: Set<DiagnosticID> = [.weightsMismatch, .dataMismatch]
    #expect(found == (needsAnotherFile.contains(entry.id) ? [] : [entry.id]))
  }

  @Test(arguments: DiagnosticCatalogue.entries)
  func theRepairedExampleIsSound(entry: DiagnosticEntry) throws {
    let compilation = try compile(entry.repaired, of: entry)
    #expect(compilation.diagnostics.map(\.message) == [])
    #expect(!compilation.graphs.isEmpty)
  }

  /// Carets under something: no diagnostic points at an empty place or outside of its file.
  @Test(arguments: DiagnosticCatalogue.entries)
  func theDiagnosticPointsIntoTheFile(entry: DiagnosticEntry) throws {
    let compilation = try compile(entry.example, of: entry)
    for diagnostic in compilation.diagnostics {
      #expect(diagnostic.range.source == compilation.main)
      #expect(!diagnostic.range.isEmpty)
      #expect(diagnostic.range.end <= compilation.file.bytes.count)
    }
  }

  @Test(arguments: DiagnosticCatalogue.entries)
  func fixItsMendTheExample(entry: DiagnosticEntry) throws {
    let name = Checkout.file("\(Self.folder)/\(entry.fileName)").path
    let pipeline = CompilerPipeline(reader: ConfigurationFinder.sourceReader { _ in })
    let file = SourceFile(name: name, text: entry.example)
    let fixIts = try pipeline.compile(file).diagnostics.flatMap(\.fixIts)
      .filter { $0.confidence == .certain }
    let fixed = try pipeline.fixed(file)
    #expect((fixed.file.bytes != file.bytes) == !fixIts.isEmpty)
    if !fixIts.isEmpty { #expect(!fixed.compilation.diagnostics.map(\.id).contains(entry.id)) }
  }

  /// What another code base means by a letter is the author's to say.
  @Test(arguments: ["C", "A"])
  func guessesAreOfferedButNotApplied(letter: String) throws {
    let pipeline = CompilerPipeline(reader: ConfigurationFinder.sourceReader { _ in })
    let text =
      "input: 3x32x32\nfeatures: [64, \(letter), 64, M]\nclassifier: {hidden: [], classes: 10}\n"
    let file = SourceFile(name: "letters.yaml", text: text)
    let fixed = try pipeline.fixed(file)
    #expect(fixed.file.bytes == file.bytes)
    #expect(fixed.compilation.diagnostics.flatMap(\.fixIts).map(\.confidence) == [.offered])
  }
}
