import Testing
import VGGDiagnostics
import VGGGraph
import VGGSpec
import VGGTestSupport

@testable import VGGPages

/// The page of `vggc report`, in addition to its golden files.
@Suite struct ReportPageTests {
  /// A browser can show the page for any number of layers.
  @Test func deepNetworksAreCut() throws {
    let all = Array(repeating: "8, 16", count: 1_000).joined(separator: ", ")
    let graph = try graph("input: [3, 8, 8]\nfeatures: [\(all)]")
    for language in Language.allCases {
      let page = ReportPage([.graph(graph)], comparedWith: [], findings: [], in: language)
        .html(comment: "")
      #expect(page.matches(of: /<th scope="row"[^>]*>conv/).count < 400)
      #expect(page.contains("300"), "\(language)")
    }
  }

  /// A square that extends past the photo is fully visible, unless the photo would become tiny.
  @Test(arguments: [(16, 0.0, 21.1), (16, 6, 29), (16, 500, 40)])
  func marginsMakeRoom(_ side: Int, _ reach: Double, _ width: Double) {
    let image = MapShape(channels: 3, height: side, width: side)
    let box = ScenePicture(image: image, reach: reach).viewBox.split(separator: " ")
    #expect(Double(box[2]) == width)
  }
}
