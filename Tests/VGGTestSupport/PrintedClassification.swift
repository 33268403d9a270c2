import Foundation

/// What an emitted program prints: the network's output, and the classes that lead it.
package struct PrintedClassification: Decodable {
  package struct Candidate: Decodable {
    package let `class`: Int
    package let label: String?
    package let probability: Float
  }

  /// The network's output, under whichever name.
  package let logits: [Float]
  /// Whether it is called probabilities, as that of a softmax is.
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

  /// - Throws: `DecodingError` when the text is other JSON or none.
  package init(json: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
  }
}
