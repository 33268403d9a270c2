import Foundation
import Testing
import VGGDiagnostics
import VGGGraph
import VGGSpec
import VGGTestSupport

@testable import VGGLessons
@testable import VGGMarkup
@testable import VGGPages
@testable import VGGTables

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The pictures of `vggc emit --svg` and `--dot`.
@Suite struct DiagramTests {
  @Test(arguments: [SampleModel.custom, .everyKind]) func golden(_ sample: SampleModel) throws {
    let graph = try sample.graph()
    try expectGolden(svgDiagram([graph], comment: "A test."), "\(sample.folder)/diagram.svg")
    try expectGolden(dotDiagram([graph], comment: "A test."), "\(sample.folder)/graph.dot")
  }

  // MARK: - SVG

  /// For any network name, the document is well-formed and shows the name.
  @Test(arguments: [
    ("D", "D"), (#"'a "quoted" <name> & co'"#, #"a "quoted" <name> & co"#),
    ("'--> it''s'", "--> it's"), ("고양이", "고양이"), ("']]>'", "]]>"),
    (#""\u0001\uFFFE\u202Ex""#, "\u{FFFD}\u{FFFD}\u{FFFD}x"),
  ])
  func wellFormed(_ name: String, _ shown: String) throws {
    let graph = try graph("name: \(name)\ninput: [3, 8, 8]\nfeatures: [4, M]")
    let document = try SVGDocument(svgDiagram([graph], comment: "From \(graph.name)."))
    #expect(document.texts.contains(shown), "\(document.texts)")
    #expect(document.texts.contains("Feature maps of \(shown)"))
  }

  /// A box for the image and for each layer that changes the map, with its name and shape.
  @Test func boxesAndLabels() throws {
    let document = try SVGDocument(svgDiagram([SampleModel.everyKind.graph()], comment: ""))
    let labels = document.texts.filter { $0.contains(/^\w+ [\dx]+$/) }
    #expect(
      labels == [
        "image 3x37x29", "conv1_1 8x37x29", "conv1_2 12x18x14", "norm1_2 12x18x14", "pool1 12x10x8",
        "conv2_1 10x10x8", "conv2_2 20x10x8", "conv2_3 20x10x4", "pool2 20x5x2", "pool3 20x4x2",
        "avgpool 20x3x2", "flatten 120", "fc4 20", "fc5 7", "prob 7",
      ])
    for kind in VolumeKind.allCases {
      #expect(document.boxKinds.contains(kind.rawValue), "\(kind) is neither drawn nor explained")
    }
  }

  /// Several networks are in one document, one below the other.
  @Test func severalNetworks() throws {
    let graphs = try BuiltInConfiguration.paper.map { try builtIn($0.name) }
    let document = try SVGDocument(svgDiagram(graphs, comment: ""))
    #expect(graphs.allSatisfy { document.texts.contains($0.name) })
    #expect(document.roots == 1)
  }

  /// For any number of layers, the picture fits a page.
  @Test(arguments: [("64", 1_000), ("64, 32", 500), ("8, 16, 24", 30_000)])
  func deepNetworks(_ features: String, _ times: Int) throws {
    let all = Array(repeating: features, count: times).joined(separator: ", ")
    let graph = try graph("input: [3, 8, 8]\nfeatures: [\(all)]")
    let text = svgDiagram([graph], comment: "")
    #expect(text.utf8.count < 40_000, "\(text.utf8.count) bytes")
    let shown = graph.diagramItems.reduce(0) { sum, item in
      switch item {
      case .volume(let volume): sum + volume.count
      case .omission(let count): sum + count
      }
    }
    #expect(shown == graph.diagramVolumes.count)
  }

  @Test func equalLayersInARowBecomeOneBox() throws {
    let sixty = Array(repeating: "64", count: 60).joined(separator: ", ")
    let graph = try graph("input: [3, 8, 8]\nfeatures: [\(sixty), M, 32, 32]")
    #expect(
      graph.diagramItems.map { $0.label(in: English()) } == [
        "image", "60 x conv1_1 to conv1_60", "pool1", "2 x conv2_1 to conv2_2", "flatten",
        "2 x fc3 to fc4", "fc5",
      ])
  }

  /// The boxes of a row keep their order, and all are inside the sheet.
  @Test(arguments: 1...20 as ClosedRange<UInt64>) func layout(_ seed: UInt64) throws {
    let layout = DiagramLayout(
      try graph(RandomNetwork(seed: seed).configuration).diagramItems, English())
    for row in layout.rows {
      #expect(!row.places.isEmpty)
      for (left, right) in zip(row.places, row.places.dropFirst()) {
        #expect(left.x + left.box.thickness < right.x)
        #expect(left.labelX + 17 < right.labelX)
      }
      #expect(row.places.allSatisfy { $0.x >= 0 && $0.x + $0.box.thickness <= layout.width })
    }
  }

  /// Four times the rows have twice the height; the same applies to channels and columns, as long
  /// as a box is visible.
  @Test func lengthsAreSquareRoots() {
    let (small, large) = (
      MapShape(channels: 64, height: 14, width: 7), MapShape(channels: 256, height: 56, width: 28)
    )
    let scale = DiagramScale(of: [.map(small), .map(large), .vector(1_024)])
    let (first, second) = (scale.box(.map(small)), scale.box(.map(large)))
    #expect(abs(second.height / first.height - 2) < 1e-9)
    #expect(abs(second.right / first.right - 2) < 1e-9)
    #expect(abs(second.thickness / first.thickness - 2) < 1e-9)
    #expect(abs(scale.box(.vector(1_024)).thickness / second.thickness - 2) < 1e-9)
    #expect(scale.box(.vector(1)).thickness == 3)
  }

  /// The largest shapes of the language still have boxes that fit a page.
  @Test func largestShapes() {
    let map = Shape.map(MapShape(channels: 16_777_216, height: 1_048_576, width: 1_048_576))
    let vector = Shape.vector(1 << 60)
    let scale = DiagramScale(of: [map, vector])
    for shape in [map, vector] {
      #expect(scale.box(shape).thickness < 200 && scale.box(shape).fullHeight < 300)
    }
  }

  // MARK: - DOT

  /// Checked by Graphviz, if it is installed.
  @Test(
    .enabled(if: hasGraphviz, "no dot, see https://graphviz.org"),
    arguments: ["D", #"a "quoted" \ name\"#, "고양이 {a|b} <c>"])
  func graphvizDrawsIt(_ name: String) throws {
    let json = try String(decoding: JSONEncoder().encode(name), as: UTF8.self)
    let every = try SampleModel.everyKind.graph()
    let named = try graph("name: \(json)\ninput: [3, 8, 8]\nfeatures: [4, M]")
    let text = dotDiagram([every], comment: "") + dotDiagram([named], comment: name)
    let result = try Tool.run(["dot", "-Tsvg"], input: Data(text.utf8))
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    for layer in every.layers + named.layers {
      #expect(result.output.contains(">\(layer.output)</text>"), "\(layer.name)")
    }
    #expect(result.output.contains(">maxpool3 /2 pad 1 ceil</text>"))
  }

  private static let hasGraphviz = (try? Tool.run(["dot", "-V"]))?.status == 0

  /// A chain from the image to the last layer, each node once.
  @Test func nodesAndEdges() throws {
    let text = dotDiagram([try SampleModel.a.graph()], comment: "")
    let names = ["image"] + PaperNames(try SampleModel.a.graph().layers).names
    for (from, to) in zip(names, names.dropFirst()) {
      #expect(text.contains("  \(from) -> \(to)\n"))
    }
    #expect(names.allSatisfy { text.matches(of: try! Regex("(?m)^  \($0) \\[")).count == 1 })
    #expect(text.contains(#"conv1_1 [label="conv1_1|conv3-64|64x224x224|1,792\ parameters""#))
  }
}

/// The elements that a parser finds in an SVG document.
private final class SVGDocument: NSObject, XMLParserDelegate {
  /// The text of each element that has any, including that of nested elements.
  private(set) var texts: [String] = []
  private(set) var boxKinds: Set<String> = []
  private(set) var roots = 0
  private var open: [String] = []

  init(_ text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    try #require(parser.parse(), "line \(parser.lineNumber) of \(text)")
  }

  func parser(
    _: XMLParser, didStartElement name: String, namespaceURI _: String?, qualifiedName _: String?,
    attributes: [String: String]
  ) {
    if name == "svg" { roots += 1 }
    let classes = (attributes["class"] ?? "").split(separator: " ").map(String.init)
    if classes.first == "box" { boxKinds.formUnion(classes.dropFirst()) }
    if name != "tspan" { open.append("") }
  }

  func parser(_: XMLParser, foundCharacters text: String) {
    guard !open.isEmpty else { return }
    open[open.count - 1] += text
  }

  func parser(
    _: XMLParser, didEndElement name: String, namespaceURI _: String?, qualifiedName _: String?
  ) {
    guard name != "tspan", let text = open.popLast() else { return }
    texts.append(text)
  }
}
