import VGGDiagnostics
import VGGFiles

/// An arrangement of folders in which the classes are not where they were looked for, but further down.
package enum FolderLayout: Hashable, Sendable {
  /// The only folder holds the classes, as unpacking often makes it.
  case nested(NestedClasses)
  /// Folders of the same classes are next to each other, as those for training and for testing are.
  case parts(DatasetParts)

  /// The layout of what is in the folder at `path`; `nil` where its folders are the classes, for all that one
  /// can see.
  init?(of root: FolderTree, at path: String) {
    if root.photos == 0, root.children.count == 1, let only = root.children.first, only.photos == 0
    {
      let inner = joined(path, only.name)
      if let layout = FolderLayout(of: only, at: inner) {
        self = layout
        return
      }
      let classes = only.children.filter { $0.allPhotos > 0 }
      guard classes.count > 1 else { return nil }
      self = .nested(NestedClasses(path: inner, classes: classes.map { composed($0.name) }))
      return
    }
    guard let parts = DatasetParts(of: root, at: path) else { return nil }
    self = .parts(parts)
  }

  /// Whether the folders' names leave no doubt.
  var isCertain: Bool {
    switch self {
    case .nested: false
    case .parts(let parts): parts.areNamed
    }
  }

  /// What there is, and what to name instead.
  func advice(for use: PhotoUse) -> String {
    switch self {
    case .nested(let inner):
      "its only folder, \(inner.path), contains the folders \(listed(inner.classes)); if these are the classes, use "
        + use.naming(inner.path)
    case .parts(let parts):
      "its folders \(listed(parts.names, most: 6)) contain the same "
        + (parts.areNamed
          ? "class folders (\(listed(parts.classes))); use \(use.naming(parts))"
          : "folders (\(listed(parts.classes))); if these are the classes, use \(use.naming(parts))")
    }
  }
}

/// Classes that are in the only folder of a folder.
package struct NestedClasses: Hashable, Sendable {
  /// The folder that holds them.
  let path: String
  let classes: [String]
}

/// The path of what is called `name` in a folder.
func joined(_ folder: String, _ name: String) -> String {
  folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
}
