import VGGDiagnostics

/// The network ends at a different place than other keys state.
package enum NetworkEnd: Finding {
  /// `until` names no layer.
  ///
  /// - Parameter last: The paper's name of the network's last layer.
  case unknownLayer(String, nearest: String?, last: String?)
  /// A key of the model concerns layers after the network's end.
  ///
  /// - Parameters:
  ///   - last: The name of the last layer, as in `until`.
  ///   - until: The place where it is named.
  case notReached(key: String, last: String, until: SourceRange)
  /// Labels of a network without a classifier.
  case labelsWithoutClasses(classifier: SourceRange)
  /// No remaining layer changes a value after training.
  case nothingComputed

  /// The author decides where the network ends.
  package func fixIts(at range: SourceRange) -> [FixIt] {
    switch self {
    case .unknownLayer(let name, let nearest, _):
      nearest.map { [FixIt(.replace(name, with: $0), at: range, .offered)] } ?? []
    case .notReached, .labelsWithoutClasses, .nothingComputed: []
    }
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension NetworkEnd {
  package static let id = DiagnosticID.networkEnd
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.checking

  package static let explanation = FindingExplanation(
    title: "`until` doesn't fit the model",
    meaning: """
      `until` names no layer of the network, or the model has a key for layers after its end: a `classifier` or an \
      `avgpool` that is never reached, or `labels` for a network without classes. Keys of this kind that a model \
      inherits are ignored without a message.
      """,
    repair: """
      Name the last layer as `vggc summary` lists it, and remove the key that no longer applies.
      """)

  package static let example = FindingExample(
    PackageResources.network_end_yaml,
    repairs: [.replace("until: relu6_1", with: "until: relu2_1")])
}
