import VGGDiagnostics

/// The texts of `vggc weights infer`.
package protocol InferencePhrasebook: Sendable {
  /// The reason why no configuration is written, after a colon.
  func words(for reason: UninferableNetwork) -> String
  /// A sentence with its full stop, for a comment in the configuration.
  func words(for remark: InferenceRemark) -> String
}

extension English: InferencePhrasebook {}

extension Korean: InferencePhrasebook {}

extension Language {
  /// The texts of `vggc weights infer` in this language.
  package var inferencePhrases: any InferencePhrasebook {
    switch self {
    case .english: English()
    case .korean: Korean()
    }
  }
}

/// The first few of many names, and the number of the others.
struct FewNames {
  let shown: String
  /// 0 if all names are shown.
  let omitted: Int

  init(_ names: [String]) {
    let shown = names.count > 4 ? names.prefix(3) : names[...]
    self.shown = shown.map(printable).joined(separator: ", ")
    omitted = names.count - shown.count
  }
}
