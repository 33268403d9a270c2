import Foundation
import Testing
import VGGCompilation
import VGGDiagnostics
import VGGExecution
import VGGGraph
import VGGModelFiles
import VGGTestSupport
import VGGWeights

/// The models of `Scripts/make-import-goldens.py`.
enum ForeignModels {
  static let folder = "Tests/VGGModelFilesTests/Golden"

  static func path(_ name: String) -> String { Checkout.file("\(folder)/\(name)").path }

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Checkout.file("\(folder)/\(name)")))
  }

  /// Another tool's output for a model.
  struct Recorded: Decodable {
    /// Channels, height, width.
    let input: [Int]
    let outputs: [Float]
  }

  static func recorded() throws -> [String: Recorded] {
    let text = try Checkout.text("\(folder)/outputs.json")
    return try JSONDecoder().decode([String: Recorded].self, from: Data(text.utf8))
  }

  /// The script's `sample`.
  static func sample(_ shape: [Int]) -> [Float] {
    (0..<shape.reduce(1, *)).map { Float($0 * 37 % 101) / 101 - 0.5 }
  }
}

/// The graph of a file's configuration.
func importedGraph(_ file: ImportedFile, _ comment: Comment = "") throws -> ModelGraph {
  guard let text = file.configuration else {
    Issue.record("\(comment)\n\(file.source.text)\n\(file.outcome)")
    throw WeightError(.malformed, "obstructed")
  }
  let compilation = compile(text)
  #expect(compilation.diagnostics.filter { $0.severity == .error }.map(\.message) == [], "\(text)")
  return try #require(compilation.graphs.first)
}
