import VGGDiagnostics

/// The class folders do not fit the network.
package enum DataMismatch: Finding {
  /// The number of folders differs from the number of outputs.
  ///
  /// - Parameters:
  ///   - folders: All folders' names in their order.
  ///   - empty: The folders without a photo.
  case count(folders: [String], of: String, outputs: Int, empty: [String])
  /// The label of this index differs from the folder's name.
  ///
  /// - Parameters:
  ///   - isReordered: Whether labels and folders have the same names in a different order.
  ///   - folders: All folders' names in the order of the outputs.
  case label(
    String, index: Int, folder: String, of: String, isReordered: Bool, folders: [String])

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension DataMismatch {
  package static let id = DiagnosticID.dataMismatch
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.checking

  package static let explanation = FindingExplanation(
    title: "Class folders don't fit the network",
    meaning: """
      Photos for training or evaluation are stored in one folder per class. The folder names, sorted as \
      torchvision's ImageFolder sorts them (by code points, so 1, 10, 2), are the classes in the order of the \
      network's outputs. So the network needs as many outputs as there are folders, and `labels` that are folder \
      names must be in the same order: otherwise every prediction gets the wrong class name, without any other \
      symptom. If no label is a folder name, the labels are treated as other names for the classes.
      """,
    repair: """
      Set `classes` to the number of folders, and put `labels` in the order of the folders, or leave them out: the \
      classes of a trained network are saved with its weights. `vgg data inspect DIR` lists the folders in order.
      """)

  package static let example = FindingExample(
    PackageResources.data_mismatch_yaml,
    companion: .photos("photos", classes: ["cat", "dog", "horse", "rabbit"]),
    repairs: [
      .replace(
        "# Valid on its own, but photos/ has the folders cat, dog, horse and rabbit.",
        with: "# Fits photos/."),
      .replace("classes: 3", with: "classes: 4"),
    ])
}
