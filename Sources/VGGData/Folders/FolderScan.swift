import VGGFiles

/// A walk through the class folders.
struct FolderScan {
  let root: String
  let use: PhotoUse
  /// The classes' folders, in the order of the classes. A class has two folders if its name occurs in two
  /// Unicode spellings.
  private(set) var classFolders: [(name: String, folders: [String])] = []
  private(set) var photos: [LabelledPhoto] = []
  private(set) var contents: [String: ClassContents] = [:]
  private(set) var looseFiles = 0
  private(set) var hiddenFiles = 0
  private(set) var hiddenFolders: [String] = []
  private(set) var foreignFolders: [String] = []
  private(set) var cycles: [String] = []
  private(set) var layout: FolderLayout?
  /// The paths of files directly in the folder that are not photos by their extensions.
  private var otherLooseFiles: [String] = []
  private var current = ClassContents()

  init(root: String, use: PhotoUse) {
    self.root = root
    self.use = use
  }

  /// The classes' names, as text that weights and reports can store, whatever bytes the folders' names
  /// have.
  var classes: [String] { classFolders.map(\.name) }

  /// Files in class folders that are not photos by their extensions.
  var otherFiles: Int { contents.values.reduce(0) { $0 + $1.otherFiles } }

  mutating func run() throws(PhotoFolderError) {
    guard let kind = FileKind(of: root) else {
      throw PhotoFolderError(root, .missing)
    }
    guard kind == .folder else { throw notAFolder }
    try findClasses()
    var tree = FolderTree(name: root, photos: looseFiles)
    for (label, group) in classFolders.enumerated() {
      current = ClassContents()
      for folder in group.folders { tree.children.append(try walk(classFolder: folder, label)) }
      contents[group.name] = current
    }
    guard !photos.isEmpty else {
      throw PhotoFolderError(root, .noPhotos(extensions: Self.endings))
    }
    layout = FolderLayout(of: tree, at: root)
    if let layout, layout.isCertain || use == .training && classes.count == 1 {
      throw PhotoFolderError(root, .layout(layout, use))
    }
  }

  private static let endings = PhotoEndings.all.sorted().joined(separator: ", ")

  private var notAFolder: PhotoFolderError {
    let format = FileFormat(of: root)
    return PhotoFolderError(
      root, .noFolder(format, unpacking: format?.unpackingCommand(of: root)))
  }

  // MARK: - Classes

  private mutating func findClasses() throws(PhotoFolderError) {
    var folders: [String: [String]] = [:]
    for name in try names(in: root) {
      let isFolder = FileKind(of: joined(root, name)) == .folder
      if isFolder, !LeftOutNames.hasFolder(name) {
        folders[composed(PathText.shown(name)), default: []].append(name)
      } else {
        leaveOut(name, isFolder: isFolder, in: root)
        if !isFolder { count(looseFile: name) }
      }
    }
    classFolders = folders.map { (name: $0.key, folders: $0.value) }
      .sorted { precedesByCodePoints($0.name, $1.name) }
    try refuseNamesThatLookTheSame()
    guard classFolders.isEmpty else { return }
    let unpacking = otherLooseFiles.lazy
      .compactMap { FileFormat(of: $0)?.unpackingCommand(of: $0) }.first
    throw PhotoFolderError(root, .noClasses(photos: looseFiles, unpacking: unpacking))
  }

  private mutating func count(looseFile name: String) {
    guard !LeftOutNames.isHidden(name) else { return }
    if PhotoEndings.fits(name) {
      looseFiles += 1
    } else {
      otherLooseFiles.append(joined(root, name))
    }
  }

  /// Counts hidden files and folders, and records the names of folders that are not the user's.
  private mutating func leaveOut(_ name: String, isFolder: Bool, in folder: String) {
    let path = String(
      joined(folder, name).unicodeScalars.dropFirst(joined(root, "").unicodeScalars.count))
    switch (LeftOutNames.isHidden(name), isFolder) {
    case (true, true): hiddenFolders.append(path)
    case (true, false): hiddenFiles += 1
    case (false, true): foreignFolders.append(path)
    case (false, false): break
    }
  }

  /// Refuses two folders whose names differ only in bytes that are not text, and are displayed the same.
  private func refuseNamesThatLookTheSame() throws(PhotoFolderError) {
    for (name, folders) in classFolders
    where Set(folders.map { Array(composed($0).utf8) }).count > 1 {
      throw PhotoFolderError(root, .sameLooking(name))
    }
  }

  // MARK: - Photos

  /// Adds a class folder's photos folder by folder, sorted by the folders' paths.
  private mutating func walk(
    classFolder name: String, _ label: Int
  ) throws(PhotoFolderError) -> FolderTree {
    var found: [(folder: String, files: [String])] = []
    let tree = try visit(name, at: joined(root, name), within: [], &found)
    for (folder, files) in found.sorted(by: { precedesByCodePoints($0.folder, $1.folder) }) {
      photos += files.map { LabelledPhoto(path: joined(folder, $0), label: label) }
    }
    return tree
  }

  /// - Parameter ancestors: the folders that contain this one, through whatever links.
  private mutating func visit(
    _ name: String, at folder: String, within ancestors: [FileIdentity],
    _ found: inout [(folder: String, files: [String])]
  ) throws(PhotoFolderError) -> FolderTree {
    var tree = FolderTree(name: name)
    guard let identity = FileIdentity(of: folder) else { return tree }
    guard !ancestors.contains(identity) else {
      cycles.append(folder)
      return tree
    }
    var files: [String] = []
    for name in try names(in: folder) {
      let path = joined(folder, name)
      let kind = FileKind(of: path)
      let isFolder = kind == .folder
      if LeftOutNames.isHidden(name) || isFolder && LeftOutNames.hasFolder(name) {
        leaveOut(name, isFolder: isFolder, in: folder)
        continue
      }
      switch kind {
      case .folder:
        tree.children.append(
          try visit(name, at: path, within: ancestors + [identity], &found))
      case .file where PhotoEndings.fits(name): files.append(name)
      // A broken link is listed with the photos that cannot be read.
      case nil where PhotoEndings.fits(name): files.append(name)
      case .file, .other, nil:
        current.otherFiles += 1
        current.otherFile = current.otherFile ?? name
      }
    }
    tree.photos = files.count
    current.photos += files.count
    if !files.isEmpty { found.append((folder, files)) }
    return tree
  }

  private func names(in folder: String) throws(PhotoFolderError) -> [String] {
    do {
      return try FolderNames(of: folder).names
    } catch {
      throw PhotoFolderError(folder, .unlisted(error.cause))
    }
  }
}
