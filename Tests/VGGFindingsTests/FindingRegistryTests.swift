import Testing
import VGGDiagnostics
import VGGFindings
import VGGPhrasebooks
import VGGTestSupport

@Suite struct FindingRegistryTests {
  @Test(arguments: DiagnosticID.allCases)
  func everyIDHasItsOwnFinding(id: DiagnosticID) {
    #expect(id.finding.id == id)
  }

  /// The file of each kind, and its text in each phrasebook, are named after its type.
  @Test(arguments: DiagnosticID.allCases)
  func everyFindingHasItsFiles(id: DiagnosticID) throws {
    let type = "\(id.finding)"
    let finding = try Checkout.text("Sources/VGGFindings/Findings/\(type).swift")
    #expect(finding.contains("package static let id = DiagnosticID.\(id)\n"))
    let words = try Checkout.text(
      "Sources/VGGPhrasebooks/English/EnglishFindings+\(type).swift")
    #expect(words.contains("func words(for finding: \(type)) -> FindingWords"))
  }

  @Test func everyFileIsRegistered() {
    let known = Set(DiagnosticID.allCases.map { "\($0.finding).swift" })
    let files = Checkout.files(in: "Sources/VGGFindings/Findings")
    #expect(Set(files.compactMap { $0.split(separator: "/").last.map(String.init) }) == known)
  }

  @Test(arguments: DiagnosticID.allCases)
  func explanationsAreComplete(id: DiagnosticID) {
    let explanation = id.explanation
    #expect(!explanation.title.isEmpty)
    #expect(!explanation.title.contains("\n") && !explanation.title.hasSuffix("."))
    #expect(explanation.meaning.hasSuffix(".") && explanation.repair.hasSuffix("."))
    #expect(!explanation.meaning.contains("  ") && !explanation.repair.contains("  "))
  }

  @Test func titlesDiffer() {
    let titles = DiagnosticID.allCases.map(\.explanation.title)
    #expect(Set(titles).count == titles.count)
  }

  @Test(arguments: DiagnosticID.allCases)
  func examplesAreSmallWholeFiles(id: DiagnosticID) {
    let example = id.example
    for text in [example.text, example.repaired] {
      #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
      #expect(text.split(separator: "\n").count < 25)
    }
    #expect(example.text != example.repaired)
  }

  @Test(arguments: DiagnosticID.allCases)
  func everyRepairHasOnePlace(id: DiagnosticID) {
    for repair in id.example.repairs {
      #expect(id.example.text.ranges(of: repair.mistaken).count == 1)
    }
  }
}
