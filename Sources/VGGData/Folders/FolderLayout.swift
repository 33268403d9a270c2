import VGGDiagnostics
import VGGFiles

/// A folder layout in which the classes are not where they were expected, but further down.
package enum FolderLayout: Hashable, Sendable {
  /// The only folder contains the classes, a common result of unpacking an archive.
  case nested(NestedClasses)
  /// Several folders with the same classes, such as one for training and one for testing.
  case parts(DatasetParts)

  /// The layout of the folder at `path`; `nil` if its folders appear to be the classes.
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

  /// A description of the layout, and the path to use instead.
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

/// Classes in the only subfolder of a folder.
package struct NestedClasses: Hashable, Sendable {
  /// The folder that contains them.
  package let path: String
  package let classes: [String]
}

/// The path of the item called `name` in a folder.
func joined(_ folder: String, _ name: String) -> String {
  folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
}
