import VGGCompute
import VGGGraph
import VGGGraphJSON

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Everything that determines a training run's weights: the network and its recipe, as `vggc emit --json` describes them,
/// and what only the command line and the folders of photos specify.
package struct TrainingDescription: Codable, Hashable, Sendable {
  /// The conditions that have a name for people, in words: `rate`, `the classes`.
  private let conditions: [String: String]
  /// The JSON document of the network with its recipe.
  private let network: String

  /// The processor's instructions, on which the rounding of every sum depends. A training run may continue with others.
  package let instructionSet: String

  /// - Parameter conditions: the conditions that the network does not include, such as the photos that it learns from.
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

  /// The recipe's name for the number of epochs; a training run may continue for longer than requested at first.
  private static let epochs = "epochs"

  private enum CodingKeys: String, CodingKey {
    case conditions, network
    case instructionSet = "instruction_set"
  }

  /// A condition that has changed.
  package struct Difference: Hashable, Sendable {
    /// The condition, in the configuration's words: `rate`, `features.3`, `classifier.2: p`.
    package let name: String
    /// `nil` if it was not there.
    package let before: String?
    /// `nil` if it is no longer there.
    package let now: String?
  }

  /// The differences from `earlier`; empty if the training may continue.
  package func differences(from earlier: Self) -> [Difference] {
    let words = Set(conditions.keys).union(earlier.conditions.keys).sorted().compactMap { name in
      Self.difference(of: name, earlier.conditions[name], conditions[name])
    }
    guard network != earlier.network else { return words }
    let parts = NetworkComparison(
      Self.value(earlier.network), Self.value(network), takesFormerDefaults: words.isEmpty
    ).differences
    // The differences of the recipe's numbers are already reported in words.
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
