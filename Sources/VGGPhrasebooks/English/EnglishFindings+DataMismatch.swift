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
      if !empty.isEmpty { notes.append(Note("without a photo: \(listed(empty.map(shortened)))")) }
      return FindingWords(
        "\(data) has \(counted(folders.count, "class folder")), but the network has \(counted(outputs, "output"))",
        notes: notes)
    case .label(let label, let index, let folder, let data, let isReordered, let folders):
      return FindingWords(
        "label \(index) is `\(shortened(label))`, but class \(index) of \(data) is the folder `\(shortened(folder))`",
        notes: [
          Note(
            isReordered
              ? "the folders are in another order, which is that of the outputs: \(listed(folders.map(shortened)))"
              : "the folders are \(listed(folders.map(shortened)))")
        ])
    }
  }
}
