/// A part of the glossary.
package enum GlossaryTopic: CaseIterable, Sendable {
  case maps
  case layers
  case costs
  case training
  case evaluation
  case configurations

  /// The terms, in the order in which they build on each other.
  package var terms: [GlossaryTerm] { GlossaryTerm.allCases.filter { $0.topic == self } }

  /// The topics of a page about a network that is neither trained nor run.
  package static let ofNetworks: [GlossaryTopic] = [.maps, .layers, .costs]
}
