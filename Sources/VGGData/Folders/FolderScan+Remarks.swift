import VGGDiagnostics

extension FolderScan {
  /// Remarks for the user about the photos used and left out, a sentence each.
  var remarks: [String] {
    var remarks: [String] = []
    if let layout { remarks.append("\(root): \(layout.advice(for: use))") }
    if let order = numbersOutOfOrder {
      remarks.append(
        "the classes of \(root) are numbers in the order of their texts, as torchvision's ImageFolder "
          + "has them: \(order)")
    }
    if layout == nil, classes.count < 4,
      classes.allSatisfy({ Self.partNames.contains($0.lowercased()) })
    {
      remarks.append(
        "the classes of \(root) are called \(classes.joined(separator: ", ")); "
          + "to take only one of these folders, name \(joined(root, classes[classes.count - 1]))")
    }
    for (name, folders) in classFolders where folders.count > 1 {
      remarks.append(
        "\(counted(folders.count, "folder")) of \(root) are called `\(name)` in different Unicode spellings, as a Mac and "
          + "other systems write it; their photos are one class")
    }
    return remarks + remarksOnWhatIsLeftOut
  }

  private var remarksOnWhatIsLeftOut: [String] {
    var remarks: [String] = []
    if !hiddenFolders.isEmpty {
      remarks.append(
        "left out \(counted(hiddenFolders.count, "hidden folder")) of \(root): "
          + listed(hiddenFolders, most: 3))
    }
    if hiddenFiles > 0 {
      remarks.append("left out \(counted(hiddenFiles, "hidden file")) of \(root)")
    }
    if !foreignFolders.isEmpty {
      let (are, classes) = foreignFolders.count == 1 ? ("is", "a class") : ("are", "classes")
      remarks.append(
        "left out \(counted(foreignFolders.count, "folder")) of \(root) that \(are) not \(classes): "
          + listed(foreignFolders, most: 3))
    }
    if looseFiles > 0 {
      remarks.append("left out \(counted(looseFiles, "photo")) of \(root) in no class folder")
    }
    if otherFiles > 0 {
      let photos =
        otherFiles == 1 ? "is not a photo by its ending" : "are not photos by their endings"
      remarks.append(
        "left out \(counted(otherFiles, "file")) of \(root) that \(photos)")
    }
    for cycle in cycles.prefix(3) {
      remarks.append("left out \(cycle), a link back to a folder in which it lies")
    }
    return remarks
  }

  /// Names of folders that usually contain class folders, and are not classes themselves.
  private static let partNames: Set<String> = [
    "eval", "test", "testing", "train", "training", "val", "valid", "validation",
  ]

  /// The first classes, if all are numbers and they are not in ascending order.
  private var numbersOutOfOrder: String? {
    let numbers = classes.compactMap { Int($0) }
    guard numbers.count == classes.count, zip(numbers, numbers.dropFirst()).contains(where: >)
    else { return nil }
    return listed(classes)
  }
}
