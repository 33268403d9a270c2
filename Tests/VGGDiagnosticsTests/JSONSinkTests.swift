import Testing
import VGGDiagnostics

@Suite struct JSONSinkTests {
  private struct Document: Encodable {
    /// A text that looks like the line at which elements are inserted.
    var before = "\n  \"items\" : [\n"
    var items: [Item] = []
    var later: [Int] = []
  }

  private struct Item: Encodable {
    let numbers: [Int]
    var items: [Int] = []
    var text = "a\nb"
  }

  private struct Nested: Encodable {
    var documents: [Document] = []
  }

  private static func items(_ count: Int) -> [Item] {
    (0..<count).map { Item(numbers: Array(0..<($0 % 3))) }
  }

  /// Counts around the number of elements that are encoded at a time.
  @Test(arguments: [0, 1, 2, 511, 512, 513, 1_200]) func piecesAreTheWhole(_ count: Int) throws {
    let items = Self.items(count)
    let pieces = try TextSink.text { (sink) throws in
      try JSONSink(to: sink).write(Document(), filling: "items", count: count) { items[$0] }
    }
    #expect(try pieces == jsonText(Document(items: items)))
  }

  @Test(arguments: [[], [0], [3], [0, 2, 600, 1]]) func documentsInAnArray(_ counts: [Int]) throws {
    let pieces = try TextSink.text { (sink) throws in
      try JSONSink(to: sink).write(Nested(), filling: "documents", isEmpty: counts.isEmpty) {
        for (index, count) in counts.enumerated() {
          let items = Self.items(count)
          let end = index < counts.count - 1 ? "," : ""
          try $0.write(Document(), filling: "items", count: count, end: end) { items[$0] }
        }
      }
    }
    let documents = counts.map { Document(items: Self.items($0)) }
    #expect(try pieces == jsonText(Nested(documents: documents)))
  }
}
