import VGGDiagnostics

extension EnglishFindings {
  package func words(for finding: DataMismatch) -> FindingWords {
    switch finding {
    case .count(let folders, let data, let outputs):
      return FindingWords(
        "\(data) has \(counted(folders, "class folder")), but the network has \(counted(outputs, "output"))"
      )
    case .label(let label, let index, let folder, let data, let isReordered, let folders):
      let shown = 12
      let list =
        folders.prefix(shown).map(shortened).joined(separator: ", ")
        + (folders.count > shown ? ", …" : "")
      return FindingWords(
        "label \(index) is `\(shortened(label))`, but class \(index) of \(data) is the folder `\(shortened(folder))`",
        notes: [
          Note(
            isReordered
              ? "the folders are in another order, which is that of the outputs: \(list)"
              : "the folders are \(list)")
        ])
    }
  }
}
