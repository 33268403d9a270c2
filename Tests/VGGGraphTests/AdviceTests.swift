import Testing
import VGGDiagnostics
import VGGFindings
import VGGTestSupport

/// The advice in messages is right.
@Suite struct AdviceTests {
  @Test(arguments: [
    ("M", "{maxpool: 2, ceil: true}"),
    ("{maxpool: 3, stride: 2}", "{maxpool: 3, stride: 2, ceil: true}"),
    ("{maxpool: 5, stride: 3, padding: 1}", "{maxpool: 5, stride: 3, padding: 1, ceil: true}"),
    ("{maxpool: [2, 3]}", "{maxpool: [2, 3], ceil: true}"),
    ("{avgpool: 2}", "{avgpool: 2, ceil: true}"),
  ])
  func roundingUpKeepsTheEdge(pool: String, advised: String) throws {
    func text(_ pool: String) -> String {
      "input: [3, 37, 38]\nfeatures: [64, \(pool), 64]\navgpool: 1\nclassifier: {hidden: [], classes: 2}\n"
    }
    func dropsEdge(_ pool: String) -> Diagnostic? {
      compile(text(pool)).diagnostics.first { $0.id == .poolDropsEdge }
    }
    let found = try #require(dropsEdge(pool))
    #expect(found.notes.map(\.message).contains { $0.contains("`\(advised)`") })
    #expect(dropsEdge(advised) == nil)
  }

  @Test func anImageInAnotherOrderIsRecognised() throws {
    let compilation = compile("input: [224, 224, 3]\nfeatures: [64, M, 64, M]\n")
    let found = try #require(compilation.diagnostics.first { $0.severity == .error })
    #expect(found.id == .mapTooSmall)
    #expect(
      found.notes.map(\.message).contains(
        "`input` starts with the channels; did you mean [3, 224, 224]?"))
  }

  /// A fix-it edits its diagnostic's file; otherwise there is no fix-it.
  @Test func fixItsStayInTheirFile() throws {
    let compilation = compile("extends: A\nlabels: [a, b]\n")
    let found = try #require(compilation.diagnostics.first)
    #expect(found.id == .classesLabelsMismatch)
    #expect(found.fixIts.isEmpty)
  }
}
