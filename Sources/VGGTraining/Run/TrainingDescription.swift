import VGGCompute
import VGGGraph
import VGGGraphJSON

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// All that decides which weights a training comes to: the network and its recipe, as `vggc emit --json` describes them,
/// and what only the command line and the folders of photos say.
package struct TrainingDescription: Codable, Hashable, Sendable {
  /// What people know by a name, in words: `rate`, `the classes`.
  private let conditions: [String: String]
  /// The JSON document of the network with its recipe.
  private let network: String

  /// The processor's instructions, on which the rounding of every sum depends. A training may go on with others.
  package let instructionSet: String

  /// - Parameter conditions: what the network does not say, such as which photos it learns from.
  package init(
    _ graph: ModelGraph, _ recipe: TrainingRecipe, conditions: [String: String],
    instructionSet: InstructionSet
  ) throws {
    self.instructionSet = "\(instructionSet)"
    let words = Dictionary(uniqueKeysWithValues: recipe.parts.map { ($0.name, $0.value) })
    self.conditions = conditions.merging(words.filter { $0.key != Self.epochs }) { $1 }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let document = GraphDocument(
      graph, ProvenanceDocument(version: "", source: "", sha256: ""), training: recipe)
    network = String(decoding: try encoder.encode(document), as: UTF8.self)
  }

  /// A training may go on for longer than was asked for at first.
  private static let epochs = "epochs"

  private enum CodingKeys: String, CodingKey {
    case conditions, network
    case instructionSet = "instruction_set"
  }

  /// Something that is not as it was.
  package struct Difference: Hashable, Sendable {
    /// What it is, in the configuration's words: `rate`, `features.3`, `classifier.2: p`.
    package let name: String
    /// `nil` where it was not there.
    package let before: String?
    /// `nil` where it is no longer there.
    package let now: String?
  }

  /// What is not as it was in `earlier`; empty where a training may go on.
  package func differences(from earlier: Self) -> [Difference] {
    let words = Set(conditions.keys).union(earlier.conditions.keys).sorted().compactMap { name in
      Self.difference(of: name, earlier.conditions[name], conditions[name])
    }
    guard network != earlier.network else { return words }
    let parts = NetworkComparison(
      Self.value(earlier.network), Self.value(network), takesFormerDefaults: words.isEmpty
    ).differences
    // The recipe's numbers have been told apart in words.
    let isTold = !words.isEmpty
    return words + parts.filter { !(isTold && $0.name.hasPrefix(NetworkComparison.recipe)) }
  }

  private static func value(_ text: String) -> JSONValue {
    (try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))) ?? .null
  }

  private static func difference(of name: String, _ before: String?, _ now: String?) -> Difference?
  {
    before == now ? nil : Difference(name: name, before: before, now: now)
  }
}
