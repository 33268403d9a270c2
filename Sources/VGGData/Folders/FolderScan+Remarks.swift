extension FolderScan {
  /// Remarks for the user about the photos used and left out.
  var remarks: [FolderRemark] {
    var remarks: [FolderRemark] = []
    if let layout { remarks.append(.layout(layout, use)) }
    if hasNumbersOutOfOrder { remarks.append(.numbersAsText(classes: classes)) }
    if layout == nil, classes.count < 4,
      classes.allSatisfy({ Self.partNames.contains($0.lowercased()) })
    {
      remarks.append(
        .partNames(classes: classes, last: joined(root, classes[classes.count - 1])))
    }
    for (name, folders) in classFolders where folders.count > 1 {
      remarks.append(.spellings(name: name, folders: folders.count))
    }
    return remarks + remarksOnWhatIsLeftOut
  }

  private var remarksOnWhatIsLeftOut: [FolderRemark] {
    var remarks: [FolderRemark] = []
    if !hiddenFolders.isEmpty { remarks.append(.hiddenFolders(hiddenFolders)) }
    if hiddenFiles > 0 { remarks.append(.hiddenFiles(hiddenFiles)) }
    if !foreignFolders.isEmpty { remarks.append(.foreignFolders(foreignFolders)) }
    if looseFiles > 0 { remarks.append(.looseFiles(looseFiles)) }
    if otherFiles > 0 { remarks.append(.otherFiles(otherFiles)) }
    return remarks + cycles.prefix(3).map { .cycle($0) }
  }

  /// Names of folders that usually contain class folders, and are not classes themselves.
  private static let partNames: Set<String> = [
    "eval", "test", "testing", "train", "training", "val", "valid", "validation",
  ]

  /// Whether all classes are numbers that are not in ascending order.
  private var hasNumbersOutOfOrder: Bool {
    let numbers = classes.compactMap { Int($0) }
    return numbers.count == classes.count && zip(numbers, numbers.dropFirst()).contains(where: >)
  }
}
