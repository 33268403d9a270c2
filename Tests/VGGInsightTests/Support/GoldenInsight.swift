import Testing
import VGGGraph
import VGGTestSupport
import VGGWeights

/// A network that `Scripts/checks/insight.py` looked into with PyTorch, captum and grad-cam, in float64.
struct GoldenInsight: CustomTestStringConvertible, Sendable {
  let name: String

  var testDescription: String { name }

  static let all = Checkout.files(in: "Tests/VGGInsightTests/Golden")
    .filter { $0.hasSuffix(".safetensors") }
    .map { GoldenInsight(name: String($0.split(separator: "/")[3].dropLast(12))) }

  func file() throws -> WeightFile {
    try WeightFile(path: Checkout.file("Tests/VGGInsightTests/Golden/\(name).safetensors").path)
  }
}

extension WeightFile {
  func graph() throws -> ModelGraph {
    try VGGTestSupport.graph(try #require(metadata["configuration"]))
  }

  func values(_ name: String) throws -> [Float] { try tensor(name).values }

  func expected(_ name: String) throws -> [Double] { try values(name).map(Double.init) }

  /// The names of the layers whose maps are in the file.
  var maps: [String] {
    tensors.map(\.name).filter { $0.hasPrefix("map.") }.map { String($0.dropFirst(4)) }.sorted()
  }

  /// The classes that are explained.
  func classes() throws -> [Int] { try values("classes").map { Int($0) } }
}
