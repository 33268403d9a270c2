import Testing
import VGGCompilation
import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGSpec
import VGGTestSupport

/// Random networks written in the notation of other tools, and read back.
@Suite struct RoundTripTests {
  enum Tool: CaseIterable {
    case python
    case torch
    case keras
    case darknet

    func print(_ graph: ModelGraph) -> String? {
      switch self {
      case .python: PrintedTexts.python(graph)
      case .torch: PrintedTexts.torch(graph)
      case .keras: PrintedTexts.keras(graph)
      case .darknet: PrintedTexts.darknet(graph)
      }
    }
  }

  /// Graphs of square images, since printed text does not state the image, and the inputs of a linear layer
  /// determine only square ones.
  private static func graphs(_ tool: Tool) throws -> [ModelGraph] {
    var graphs: [ModelGraph] = []
    for seed in 0..<UInt64(8_000) where graphs.count < 40 {
      var random = SeededGenerator(seed: seed)
      let side = random.int(7...23)
      let text =
        tool == .python
        ? list(using: &random)
        : RandomNetwork(
          seed: seed, of: seed.isMultiple(of: 2) ? .usual : .activations, sides: side...side
        ).configuration
      let graph = try graph(text)
      if tool.print(graph) != nil { graphs.append(graph) }
    }
    return graphs
  }

  private static func list(using random: inout SeededGenerator) -> String {
    var entries = [String(random.int(1...300))]
    for _ in 0..<random.int(1...12) {
      let isPool = random.int(0...3) == 0 && entries.count { $0 == "M" } < 6
      entries.append(isPool ? "M" : String(random.int(1...300)))
    }
    return "features: [\(entries.joined(separator: ", "))]\n"
  }

  @Test(arguments: Tool.allCases) func comesBack(_ tool: Tool) throws {
    let graphs = try Self.graphs(tool)
    #expect(graphs.count >= 20, "\(graphs.count)")
    for graph in graphs {
      let text = try #require(tool.print(graph))
      let found = compile(text).diagnostics
      #expect(found.map(\.id) == [.foreignText], "\(text)")
      let fixIt = try #require(found.first?.fixIts.first, "\(text)\n\(found.flatMap(\.notes))")
      let read = try #require(
        compile(fixIt.replacement, input: graph.input).graphs.first, "\(text)\n\(fixIt.replacement)"
      )
      #expect(
        read.layers.map(Self.line) == graph.layers.map(Self.line), "\(text)\n\(fixIt.replacement)")
    }
  }

  /// A layer without its location in the text.
  private static func line(_ layer: Layer) -> String {
    "\(layer.name) \(layer.kind) \(layer.input) \(layer.output) \(layer.parameters)"
  }

  /// Several named lists become named models.
  @Test func listsByName() throws {
    var random = SeededGenerator(seed: 7)
    let lists = (0..<5).map { _ in Self.list(using: &random).dropFirst("features: ".count) }
    let quoted = lists.enumerated().map {
      "  'net\($0)': \($1.replacing("M", with: "'M'").dropLast()),\n"
    }
    let found = compile("cfgs = {\n\(quoted.joined())}\n").diagnostics
    let text = try #require(found.first?.fixIts.first?.replacement)
    let models = compile(text).graphs
    #expect(models.map(\.name) == (0..<5).map { "net\($0)" })
    for (model, list) in zip(models, lists) {
      #expect(
        model.layers.map(Self.line)
          == (try graph("features: \(list)").layers.map(Self.line)))
    }
  }
}
