import Foundation

/// What an emitted program prints: the network's output, and the classes that lead it.
package struct PrintedClassification: Decodable {
  package struct Candidate: Decodable {
    package let `class`: Int
    package let label: String?
    package let probability: Float
  }

  package let logits: [Float]
  package let top: [Candidate]

  /// - Throws: `DecodingError` when the text is other JSON or none.
  package init(json: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
  }
}
