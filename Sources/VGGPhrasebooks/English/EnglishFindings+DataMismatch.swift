import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: DataMismatch) -> FindingWords {
    switch finding {
    case .count(let folders, let data, let outputs, let empty):
      var notes = [
        Note(
          "the \(folders.count == 1 ? "folder is" : "folders are") \(listed(folders.map(shortened)))"
        )
      ]
      if !empty.isEmpty {
        notes.append(Note("folders without photos: \(listed(empty.map(shortened)))"))
      }
      return FindingWords(
        "\(counted(folders.count, "class folder")) in \(data), but the network has \(counted(outputs, "output"))",
        notes: notes)
    case .label(let label, let index, let folder, let data, let isReordered, let folders):
      return FindingWords(
        "label \(index) is `\(shortened(label))`, but class folder \(index) of \(data) is `\(shortened(folder))`",
        notes: [
          Note(
            isReordered
              ? "the folders are in a different order, and the outputs follow it: \(listed(folders.map(shortened)))"
              : "the folders are \(listed(folders.map(shortened)))")
        ])
    }
  }
}
