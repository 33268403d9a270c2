import Testing
import VGGDiagnostics
import VGGFindings

@testable import VGGLessons
@testable import VGGReports

@Suite struct DiagnosticCatalogueTests {
  @Test(arguments: DiagnosticID.allCases)
  func everyDiagnosticHasItsOwnEntry(id: DiagnosticID) {
    #expect(DiagnosticCatalogue.entry(for: id).id == id)
  }

  @Test(arguments: DiagnosticCatalogue.entries)
  func entriesAreComplete(entry: DiagnosticEntry) {
    #expect(!entry.title.isEmpty && !entry.title.contains("\n") && !entry.title.hasSuffix("."))
    #expect(entry.meaning.hasSuffix("."))
    #expect(entry.repair.hasSuffix("."))
    #expect(!entry.meaning.contains("  ") && !entry.repair.contains("  "))
  }

  @Test(arguments: DiagnosticCatalogue.entries)
  func examplesAreSmallWholeFiles(entry: DiagnosticEntry) {
    for text in [entry.example, entry.repaired] {
      #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
      #expect(text.split(separator: "\n").count < 25)
    }
    #expect(entry.example != entry.repaired)
  }

  @Test func titlesDiffer() {
    let titles = DiagnosticCatalogue.entries.map(\.title)
    #expect(Set(titles).count == titles.count)
  }

  @Test func stagesHoldAllDiagnosticsInOrder() {
    #expect(DiagnosticStage.allCases.flatMap(\.ids) == DiagnosticID.allCases)
  }

  @Test(arguments: DiagnosticID.allCases)
  func warningsAreAStageOfTheirOwn(id: DiagnosticID) {
    #expect((DiagnosticStage(of: id) == .warnings) == (id.severity == .warning))
  }
}
