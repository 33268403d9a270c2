import VGGDiagnostics
import VGGFiles

/// The name in `extends` has nothing to extend.
package enum UnknownBase: Finding {
  /// - Parameters:
  ///   - cause: The cause why no file of this name can be read.
  ///   - builtIns: The names of the built-in configurations.
  case missing(String, UnreadableFile.Cause, builtIns: [String], nearest: String?)
  case notConfiguration(String)
  case severalModels(String, names: SourceRange)

  /// Offered, never certain: the base of a configuration decides which layers it has.
  package func fixIts(at range: SourceRange) -> [FixIt] {
    guard case .missing(let name, _, _, let nearest?) = self else { return [] }
    return [FixIt(.replace(name, with: nearest), at: range, .offered)]
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension UnknownBase {
  package static let id = DiagnosticID.unknownBase
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.resolving

  package static let explanation = FindingExplanation(
    title: "A configuration extends something that doesn't exist",
    meaning: """
      `extends` names a built-in configuration or a file. There is no built-in configuration of this name, and no \
      readable file at this path, which is relative to the configuration's folder. Also reported are files that are \
      not a configuration or have several `models`, which can't be extended.
      """,
    repair: """
      Correct the name: A, A-LRN, B, C, D, E, vgg11, vgg13, vgg16, vgg19 and their _bn variants are built in, in any \
      letter case. Or correct the path.
      """)

  package static let example = FindingExample(
    PackageResources.unknown_base_yaml,
    repairs: [
      .replace("extends: vgg-16", with: "extends: vgg16")
    ])
}
