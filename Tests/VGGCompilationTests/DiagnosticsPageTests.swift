import Testing
import VGGDiagnostics
import VGGFindings
import VGGTestSupport

@testable import VGGCompilation

@Suite struct DiagnosticsPageTests {
  private static let path = "Docs/Diagnostics.md"

  @Test func thePageIsCurrent() throws {
    try expectRecorded(diagnosticsPage(), Self.path)
  }

  @Test func thePageHasEveryDiagnosticInOrder() throws {
    let headings = try Checkout.text(Self.path).split(separator: "\n")
      .filter { $0.hasPrefix("### ") }.map { String($0.dropFirst(4)) }
    #expect(headings == DiagnosticID.allCases.map(\.rawValue))
  }

  @Test(arguments: DiagnosticID.allCases)
  func theExampleGivesItsDiagnosticAlone(id: DiagnosticID) {
    #expect(exampleReport(of: id).diagnostics.map(\.code) == [id.rawValue])
  }

  @Test(arguments: DiagnosticID.allCases)
  func theExplanationShowsTheCompilersMessage(id: DiagnosticID) {
    let text = explainDiagnostic(id, width: 100, style: .plain)
    let headlines = text.split(separator: "\n").filter {
      $0.hasPrefix("\(id.fileName):") && $0.hasSuffix("[\(id.rawValue)]")
    }
    #expect(headlines.count == 1)
  }
}
