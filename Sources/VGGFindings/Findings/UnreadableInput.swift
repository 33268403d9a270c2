import VGGDiagnostics
import VGGFiles

/// A file cannot be read.
package enum UnreadableInput: Finding {
  package enum Reason: Hashable, Sendable {
    /// It was read, but holds no names.
    case content(LabelFault)
    case file(UnreadableFile.Cause)
  }

  /// - Parameter resolved: The path that was tried.
  case labels(String, resolved: String, Reason)
  /// An editor's document larger than the maximum that is read.
  case document(maximumSize: Int)

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension UnreadableInput {
  package static let id = DiagnosticID.unreadableFile
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.resolving

  package static let explanation = FindingExplanation(
    title: "A label file can't be read",
    meaning: """
      `labels` is either a list of class names or, as here, the path of a text file with one name per line. The file \
      may also contain a list of names, or a mapping from 0, 1, 2, … to names, in the notation of Python, JSON or \
      YAML. The path is relative to the configuration's folder. The file does not exist, is not readable, is larger \
      than 16 MiB, is not UTF-8, or contains something else.
      """,
    repair: """
      Correct the path, or write the names as a list.
      """)

  package static let example = FindingExample(
    PackageResources.unreadable_file_yaml,
    repairs: [
      .replace("labels: missing.txt", with: "labels: [cat, dog, rabbit]")
    ])
}
