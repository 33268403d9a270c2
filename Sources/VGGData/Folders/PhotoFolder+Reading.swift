import VGGDiagnostics
import VGGFiles

extension PhotoFolder {
  /// What lies in the class folders in the folder at `path`, at any depth; photos are known by
  /// their endings and not yet read.
  ///
  /// Hidden files and folders are left out, and links that lead back to a folder in which they lie.
  package init(reading path: String) throws(PhotoFolderError) {
    var scan = FolderScan(root: path)
    try scan.run()
    self.init(path: path, classes: scan.classes, photos: scan.photos, remarks: scan.remarks)
  }
}

/// A walk through the class folders.
private struct FolderScan {
  let root: String
  private var classFolders: [String] = []
  private(set) var photos: [LabelledPhoto] = []
  private var looseFiles = 0
  private var otherFiles = 0
  private var hiddenFolders: [String] = []
  private var cycles: [String] = []

  init(root: String) {
    self.root = root
  }

  mutating func run() throws(PhotoFolderError) {
    guard let kind = FileKind(of: root) else {
      throw PhotoFolderError(root, "there is no such folder", isUnreadable: true)
    }
    guard kind == .folder else {
      throw PhotoFolderError(
        root, "it is no folder; name one with a folder of photos for each class",
        isUnreadable: true)
    }
    try findClasses()
    for (label, name) in classFolders.enumerated() { try walk(classFolder: name, label) }
    guard !photos.isEmpty else {
      throw PhotoFolderError(
        root, "there is no photo in its class folders (endings: \(Self.endings))")
    }
  }

  private static let endings = PhotoEndings.all.sorted().joined(separator: ", ")

  private mutating func findClasses() throws(PhotoFolderError) {
    for name in try names(in: root) {
      let isFolder = FileKind(of: join(root, name)) == .folder
      if isFolder, !name.hasPrefix(".") {
        classFolders.append(name)
      } else if isFolder {
        hiddenFolders.append(name)
      } else if !name.hasPrefix("."), PhotoEndings.fits(name) {
        looseFiles += 1
      }
    }
    guard classFolders.isEmpty else { return try refuseSameNames() }
    let found = looseFiles > 0 ? "; \(counted(looseFiles, "photo")) in it have no class" : ""
    throw PhotoFolderError(
      root,
      "there is no class folder in it\(found); photos lie in one folder a class, as "
        + join(root, "cat/1.jpg"))
  }

  /// The classes' names: texts, which weights and reports can hold, whatever bytes the folders' names are.
  var classes: [String] { classFolders.map(PathText.shown) }

  private func refuseSameNames() throws(PhotoFolderError) {
    var seen: Set<[UInt8]> = []
    for name in classes where !seen.insert(Array(name.utf8)).inserted {
      throw PhotoFolderError(root, "two class folders in it are shown as `\(name)`; rename one")
    }
  }

  /// Takes a class folder's photos folder by folder, in the order of the folders' paths.
  private mutating func walk(classFolder name: String, _ label: Int) throws(PhotoFolderError) {
    let top = join(root, name)
    var found: [(folder: String, files: [String])] = []
    try visit(top, within: [], &found)
    for (folder, files) in found.sorted(by: { precedesByCodePoints($0.folder, $1.folder) }) {
      photos += files.map { LabelledPhoto(path: join(folder, $0), label: label) }
    }
  }

  /// - Parameter ancestors: the folders in which this one lies, by whatever links.
  private mutating func visit(
    _ folder: String, within ancestors: [FileIdentity],
    _ found: inout [(folder: String, files: [String])]
  ) throws(PhotoFolderError) {
    guard let identity = FileIdentity(of: folder) else { return }
    guard !ancestors.contains(identity) else {
      cycles.append(folder)
      return
    }
    var files: [String] = []
    for name in try names(in: folder) where !name.hasPrefix(".") {
      let path = join(folder, name)
      switch FileKind(of: path) {
      case .folder: try visit(path, within: ancestors + [identity], &found)
      case .file where PhotoEndings.fits(name): files.append(name)
      // A link to nothing is listed with what cannot be read.
      case nil where PhotoEndings.fits(name): files.append(name)
      case .file, .other, nil: otherFiles += 1
      }
    }
    if !files.isEmpty { found.append((folder, files)) }
  }

  private mutating func names(in folder: String) throws(PhotoFolderError) -> [String] {
    do {
      return try FolderNames(of: folder).names
    } catch {
      throw PhotoFolderError(
        folder, "cannot read the folder: \(error.reason)", isUnreadable: true)
    }
  }

  private func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  // MARK: - Remarks

  var remarks: [String] {
    var remarks: [String] = []
    if let order = numbersOutOfOrder {
      remarks.append(
        "the classes of \(root) are numbers in the order of their texts, as torchvision's ImageFolder "
          + "has them: \(order)")
    }
    if classes.count < 4, classes.allSatisfy({ Self.partNames.contains($0.lowercased()) }) {
      remarks.append(
        "the classes of \(root) are called \(classes.joined(separator: ", ")); "
          + "to take only one of these folders, name \(join(root, classes[classes.count - 1]))")
    }
    if !hiddenFolders.isEmpty {
      remarks.append(
        "left out \(counted(hiddenFolders.count, "hidden folder")) of \(root): "
          + hiddenFolders.prefix(3).joined(separator: ", "))
    }
    if looseFiles > 0 {
      remarks.append("left out \(counted(looseFiles, "photo")) of \(root) in no class folder")
    }
    if otherFiles > 0 {
      remarks.append(
        "left out \(counted(otherFiles, "file")) of \(root) that by \(otherFiles == 1 ? "its ending is" : "their endings are") no photo"
      )
    }
    for cycle in cycles.prefix(3) {
      remarks.append("left out \(cycle), a link back to a folder in which it lies")
    }
    return remarks
  }

  /// Folders that usually hold class folders, and are none themselves.
  private static let partNames: Set<String> = [
    "eval", "test", "testing", "train", "training", "val", "valid", "validation",
  ]

  /// The first classes, where all are numbers and do not rise.
  private var numbersOutOfOrder: String? {
    let numbers = classes.compactMap { Int($0) }
    guard numbers.count == classes.count, zip(numbers, numbers.dropFirst()).contains(where: >)
    else { return nil }
    let shown = 12
    return classes.prefix(shown).joined(separator: ", ") + (classes.count > shown ? ", …" : "")
  }
}
