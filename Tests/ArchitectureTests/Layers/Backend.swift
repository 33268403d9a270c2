import Foundation
import Testing
import VGGEmitters
import VGGExecution
import VGGGraph
import VGGLessons
import VGGPages
import VGGTables
import VGGTestSupport
import VGGTraining
import VGGWeights

@testable import VGGONNX

/// A consumer of networks, which must take every number of their layers into account.
struct Backend: Sendable, CustomTestStringConvertible {
  let name: String
  /// The form of the network in which a changed layer is passed to the backend.
  let network: NetworkForm
  /// The output, as comparable bytes.
  let output: @Sendable (ModelGraph) throws -> Data

  var testDescription: String { name }

  enum NetworkForm {
    /// Only the layer's number changes; shapes and counts stay, so that they cannot reveal the change.
    case onlyTheField
    /// Shapes and counts follow from the layers, as required for running a network.
    case consistent
  }

  private static let provenance = Provenance(version: "0", source: "test.yaml", sha256: "0")

  private init(
    _ name: String, _ network: NetworkForm = .onlyTheField,
    output: @escaping @Sendable (ModelGraph) throws -> Data
  ) {
    self.name = name
    self.network = network
    self.output = output
  }

  private static func text(
    _ name: String, _ text: @escaping @Sendable (ModelGraph) throws -> String
  ) -> Backend {
    Backend(name) { Data(try text($0).utf8) }
  }

  static let all: [Backend] = [
    text("Swift") { emitSwift([NamedNetwork($0)], provenance) },
    text("PyTorch") { emitPyTorch([NamedNetwork($0)], provenance) },
    text("PyTorch's printed features", printedFeatures),
    text("JSON") { try emitJSON($0, provenance) },
    Backend("ONNX") { graph in
      let model = emitONNX(graph, provenance, weights: .absent)
      var bytes = Data("\(model.tensors)".utf8)
      bytes += try model.head.serializedData()
      try model.graph.forEachPiece { bytes += try $0.serializedData() }
      return bytes
    },
    text("SVG") { svgDiagram([$0], comment: "") },
    text("DOT") { dotDiagram([$0], comment: "") },
    text("summary") { SummaryReport([.graph($0)]).text(width: 500) },
    text("explain") { Explanation(.graph($0), in: .english).text(width: 500) },
    text("explain in Korean") { Explanation(.graph($0), in: .korean).text(width: 500) },
    Backend("weights") { Data("\($0.stateTensors)".utf8) },
    Backend("execution", .consistent) { graph in
      let program = try Program(graph, weights: VariedWeights(), options: .init(threads: 1))
      let outputs = try program.run(image(for: graph))
      return Data("\(graph.output) \(outputs)".utf8)
    },
    Backend("training", .consistent) { graph in
      let trainer = try Trainer(
        graph, weights: VariedWeights(), options: .init(batch: 2, threads: 1))
      let images = [image(for: graph), image(for: graph).reversed()].flatMap { $0 }
      let result = try trainer.step(images, [0, 1], rate: 0.1)
      let gradients = graph.stateTensors.map { trainer.gradient($0.name) ?? [] }
      return Data("\(graph.output) \(result.loss) \(gradients)".utf8)
    },
  ]

  private static func image(for graph: ModelGraph) -> [Float] {
    (0..<Shape.map(graph.input).elementCount).map { Float(($0 * 37) % 101) / 50 - 1 }
  }
}
