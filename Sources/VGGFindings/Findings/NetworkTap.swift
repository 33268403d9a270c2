import VGGDiagnostics

/// A name under `taps` does not belong to a layer that can be a further output.
package enum NetworkTap: Finding {
  /// No layer has the name.
  ///
  /// - Parameters:
  ///   - layers: The place where a model that inherits the taps lists its layers; `nil` if the taps are its own.
  case unknownLayer(String, nearest: String?, layers: SourceRange?)
  /// The layer comes after the one that `until` names.
  case afterEnd(String, last: String, until: SourceRange)
  /// The layer's values are already the network's output.
  case isOutput(String)
  /// The layer is already tapped, by the same name or its other one.
  case repeated(String, first: String, firstRange: SourceRange)
  /// Dropout, which changes nothing after training.
  ///
  /// - Parameter before: The layer whose values it passes on.
  case dropout(String, before: String?)

  /// The author decides which layers are outputs.
  package func fixIts(at range: SourceRange) -> [FixIt] {
    switch self {
    case .unknownLayer(let name, let other, _), .dropout(let name, let other):
      other.map { [FixIt(.replace(name, with: $0), at: range, .offered)] } ?? []
    case .afterEnd, .isOutput, .repeated: []
    }
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension NetworkTap {
  package static let id = DiagnosticID.networkTap
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.checking

  package static let explanation = FindingExplanation(
    title: "A layer cannot be tapped",
    meaning: """
      `taps` names a layer that the network doesn't have, a layer after the network's end, a layer that is already \
      the network's output, a layer that is already tapped, or dropout. A model inherits the taps of the \
      configuration that it extends, and needs all of their layers.
      """,
    repair: """
      Name layers as `vggc summary` lists them, each once, and leave out the last one. `taps: []` drops inherited \
      taps.
      """)

  package static let example = FindingExample(
    PackageResources.network_tap_yaml,
    repairs: [.replace("relu2_2", with: "relu2_1")])
}
