import VGGDiagnostics

extension FolderScan {
  /// Remarks for the user about the photos used and left out, a sentence each.
  var remarks: [String] {
    var remarks: [String] = []
    if let layout { remarks.append("\(root): \(layout.advice(for: use))") }
    if let order = numbersOutOfOrder {
      remarks.append(
        "the numeric class names in \(root) are sorted as text, as in torchvision's ImageFolder: \(order)"
      )
    }
    if layout == nil, classes.count < 4,
      classes.allSatisfy({ Self.partNames.contains($0.lowercased()) })
    {
      remarks.append(
        "the classes in \(root) are named \(classes.joined(separator: ", ")); "
          + "to use only one of these folders, pass \(joined(root, classes[classes.count - 1]))")
    }
    for (name, folders) in classFolders where folders.count > 1 {
      remarks.append(
        "\(counted(folders.count, "folder")) in \(root) are named `\(name)` in different Unicode spellings, as written by "
          + "macOS and other systems; their photos are one class")
    }
    return remarks + remarksOnWhatIsLeftOut
  }

  private var remarksOnWhatIsLeftOut: [String] {
    var remarks: [String] = []
    if !hiddenFolders.isEmpty {
      remarks.append(
        "skipped \(counted(hiddenFolders.count, "hidden folder")) in \(root): "
          + listed(hiddenFolders, most: 3))
    }
    if hiddenFiles > 0 {
      remarks.append("skipped \(counted(hiddenFiles, "hidden file")) in \(root)")
    }
    if !foreignFolders.isEmpty {
      let (are, classes) = foreignFolders.count == 1 ? ("is", "a class") : ("are", "classes")
      remarks.append(
        "skipped \(counted(foreignFolders.count, "folder")) in \(root) that \(are) not \(classes): "
          + listed(foreignFolders, most: 3))
    }
    if looseFiles > 0 {
      remarks.append("skipped \(counted(looseFiles, "photo")) in \(root) outside the class folders")
    }
    if otherFiles > 0 {
      remarks.append(
        "skipped \(counted(otherFiles, "file")) in \(root) without a photo's file extension")
    }
    for cycle in cycles.prefix(3) {
      remarks.append("skipped \(cycle), a link back to a folder that contains it")
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
