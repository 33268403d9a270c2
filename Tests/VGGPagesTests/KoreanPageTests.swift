import Testing
import VGGGraph
import VGGTestSupport

@testable import VGGDiagnostics
@testable import VGGMarkup
@testable import VGGPages
@testable import VGGTables

@Suite struct KoreanPageTests {
  /// Titles, totals and notes of the report's tables, and all text of the picture.
  @Test(arguments: SampleModel.reported) func tablesInKorean(_ sample: SampleModel) throws {
    let phrases = Korean()
    for model in try sample.models() {
      let layers = LayerTable(model, phrases)
      var said = layers.table.columns.map(\.title)
      said += [layers.notShown].compactMap { $0 } + Convention.allCases.map(phrases.meaning)
      if case .graph(let graph) = model {
        said += TotalsTable(graph, phrases).entries.map { $0.total.title(in: phrases) }
        said += ComparisonReport([graph]).table(in: phrases).columns.map(\.title)
        said += ComparisonColumn.allCases.compactMap(phrases.meaning)
        said += svgElement(graph, id: "a", in: phrases).texts.filter { !Self.isALayer($0) }
      }
      let own = said.map { $0.replacing(shortened(model.name), with: "") }
      for text in own where !["torchvision", "MAC", ""].contains(text) {
        #expect(text.contains(/[가-힣]/), "\(text)")
        #expect(!text.contains(/[a-z]{2,} [a-z]{2,}/), "\(text)")
      }
    }
  }

  /// A layer's name and its output shape.
  private static func isALayer(_ text: String) -> Bool { text.contains(/^\w+ [\dx]+$/) }
}

extension Element {
  /// The texts in the element, one for each element that has any.
  fileprivate var texts: [String] {
    let own = children.compactMap { if case .text(let text) = $0 { text } else { nil } }
    let inner = children.flatMap { child -> [String] in
      if case .element(let element) = child { element.texts } else { [] }
    }
    guard name != "style", !own.isEmpty else { return inner }
    return [(own + inner).joined()]
  }
}
