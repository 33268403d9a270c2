import Foundation
import Testing
import VGGGraph
import VGGTestSupport

@testable import VGGLessons
@testable import VGGMarkup
@testable import VGGTables

@Suite struct DifferenceTests {
  /// Two configurations with golden files.
  struct Pair: Sendable, CustomTestStringConvertible {
    let name: String
    let old: String
    let new: String

    var testDescription: String { name }

    func report() throws -> DifferenceReport {
      DifferenceReport(from: [try graph(old)], to: [try graph(new)])
    }
  }

  static let pairs = [
    Pair(name: "d-e", old: "extends: D\nname: D", new: "extends: E\nname: E"),
    Pair(
      name: "settings", old: "extends: A\nname: before",
      new: """
        extends: A
        name: after
        input: [1, 96, 64]
        avgpool: [7, 7]
        classifier: {hidden: [256], dropout: 0, classes: 3}
        labels: [a, "b|c", d]
        preprocess: {mean: 0.5, std: 0.25}
        augment: {flip: 0.5}
        training: {optimizer: adam, batch: 32}
        """),
    Pair(name: "same", old: "extends: D\nname: D", new: "extends: vgg16\nname: vgg16"),
  ]

  @Test(arguments: pairs) func golden(_ pair: Pair) throws {
    let report = try pair.report()
    try expectGolden(report.text(width: 80), "diff/\(pair.name)-80.txt")
    try expectGolden(report.text(width: 130), "diff/\(pair.name).txt")
    try expectGolden(report.markdown(), "diff/\(pair.name).md")
    try expectGolden(report.json(), "diff/\(pair.name).json")
  }

  @Test func onlyEqualNetworksAreEmpty() throws {
    for pair in Self.pairs {
      let isEmpty = try pair.report().isEmpty
      #expect(isEmpty == (pair.name == "same"), "\(pair.name)")
    }
  }

  @Test func severalModelsArePairedByName() throws {
    let old = [try named("one", "A"), try named("two", "B"), try named("gone", "D")]
    let new = [try named("two", "D"), try named("new", "A"), try named("one", "A")]
    let report = DifferenceReport(from: old, to: new)
    #expect(report.models.map(\.new.name) == ["one", "two"])
    #expect(report.models.map(\.isEmpty) == [true, false])
    #expect(report.onlyInOld == ["gone"] && report.onlyInNew == ["new"])
    #expect(!report.isEmpty)
  }

  /// For any pair, each tensor of the new network is in exactly one category, and so is each of the
  /// old one.
  @Test(arguments: 0..<UInt64(100)) func everyTensorIsAccountedFor(_ seed: UInt64) throws {
    let old = try graph(RandomNetwork(seed: seed).configuration)
    let new = try graph(RandomNetwork(seed: seed + 500).configuration)
    let weights = WeightDifference(NetworkDifference(from: old, to: new).layers)
    let oldShapes = shapes(of: old)
    let newShapes = shapes(of: new)
    let shared = weights.fitting + weights.misplaced.count
    #expect(shared == newShapes.count { oldShapes[$0.key] == $0.value })
    #expect(
      weights.reshaped.count
        == newShapes.count { oldShapes[$0.key] != nil && oldShapes[$0.key] != $0.value })
    #expect(weights.added.map(\.name).allSatisfy { oldShapes[$0] == nil })
    #expect(weights.removed.map(\.name).allSatisfy { newShapes[$0] == nil })
    #expect(shared + weights.reshaped.count + weights.added.count == newShapes.count)
    #expect(shared + weights.reshaped.count + weights.removed.count == oldShapes.count)
    for moved in weights.moved {
      #expect(oldShapes[moved.old] == moved.shape && newShapes[moved.new] == moved.shape)
    }
    #expect(weights.isEmpty == (oldShapes == newShapes && weights.misplaced.isEmpty))
  }

  /// The differences of the layers add up to those of the totals.
  @Test(arguments: 0..<UInt64(50)) func layersAddUp(_ seed: UInt64) throws {
    let old = try graph(RandomNetwork(seed: seed).configuration)
    let new = try graph(RandomNetwork(seed: seed + 500).configuration)
    let difference = NetworkDifference(from: old, to: new)
    let parameters = difference.layers.reduce(0) {
      $0 + ($1.new?.layer.parameters ?? 0) - ($1.old?.layer.parameters ?? 0)
    }
    #expect(parameters == new.totals.parameters - old.totals.parameters)
  }

  @Test(.enabled(if: ReferencePython.isExpected(of: "jsonschema")))
  func theJSONKeepsToItsSchema() throws {
    let python = try #require(ReferencePython.with("jsonschema"))
    let script = Checkout.file("Scripts/checks/graph-json.py").path
    let schema = Checkout.file("Docs/schema/diff.schema.json").path
    try withTemporaryFolder { folder in
      let files = try Self.pairs.map { try folder.write($0.report().json(), to: "\($0.name).json") }
      let verdict = try Tool.run([python, script, schema] + files)
      #expect(verdict.status == 0, "\(verdict.output)\(verdict.errors)")
    }
  }

  @Test(arguments: [SampleModel.everyKind, SampleModel.activations, SampleModel.dense])
  func theSchemasHaveEveryKind(_ sample: SampleModel) throws {
    for name in ["diff", "summary"] {
      let schema = try Checkout.text("Docs/schema/\(name).schema.json")
      for layer in try sample.graph().layers {
        #expect(schema.contains("\"\(layer.kind.name)\""))
      }
    }
  }

  private func named(_ name: String, _ base: String) throws -> ModelGraph {
    try graph("extends: \(base)\nname: \(name)")
  }

  private func shapes(of graph: ModelGraph) -> [String: [Int]] {
    Dictionary(uniqueKeysWithValues: graph.stateTensors.map { ($0.name, $0.shape) })
  }
}
