import Foundation

/// The output of an emitted program: the network's output, and the top classes.
package struct PrintedClassification: Decodable {
  package struct Candidate: Decodable {
    package let `class`: Int
    package let label: String?
    package let probability: Float
  }

  /// The network's output, under either name.
  package let logits: [Float]
  /// Whether the output is named probabilities, as for a softmax.
  package let areProbabilities: Bool
  package let top: [Candidate]

  private enum CodingKeys: String, CodingKey {
    case logits, probabilities, top
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    areProbabilities = values.contains(.probabilities)
    logits = try values.decode([Float].self, forKey: areProbabilities ? .probabilities : .logits)
    top = try values.decode([Candidate].self, forKey: .top)
  }

  /// - Throws: `DecodingError` if the text is other JSON or not JSON.
  package init(json: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
  }
}
