import VGGDiagnostics

/// A remark for the user about the photos of a folder that are used or left out.
package enum FolderRemark: Hashable, Sendable {
  /// Classes that are perhaps further down.
  case layout(FolderLayout, PhotoUse)
  /// Class names that are numbers, in the order of texts.
  case numbersAsText(classes: [String])
  /// Classes with the names of a data set's parts.
  ///
  /// - Parameter last: The path of the last one.
  case partNames(classes: [String], last: String)
  /// Folders whose names differ only in their Unicode spelling.
  case spellings(name: String, folders: Int)
  case hiddenFolders([String])
  case hiddenFiles(Int)
  case foreignFolders([String])
  case looseFiles(Int)
  case otherFiles(Int)
  /// A link back to a folder that contains it.
  case cycle(String)
}

extension FolderRemark {
  /// The remark in English, about the folder at `root`.
  package func text(in root: String) -> String {
    switch self {
    case .layout(let layout, let use): "\(root): \(layout.advice(for: use))"
    case .numbersAsText(let classes):
      "the numeric class names in \(root) are sorted as text, as in torchvision's ImageFolder: "
        + listed(classes)
    case .partNames(let classes, let last):
      "the classes in \(root) are named \(classes.joined(separator: ", ")); "
        + "to use only one of these folders, pass \(last)"
    case .spellings(let name, let folders):
      "\(counted(folders, "folder")) in \(root) are named `\(name)` in different Unicode spellings, as written by "
        + "macOS and other systems; their photos are one class"
    case .hiddenFolders(let folders):
      "skipped \(counted(folders.count, "hidden folder")) in \(root): \(listed(folders, most: 3))"
    case .hiddenFiles(let count): "skipped \(counted(count, "hidden file")) in \(root)"
    case .foreignFolders(let folders):
      "skipped \(counted(folders.count, "folder")) in \(root) that "
        + (folders.count == 1 ? "is not a class: " : "are not classes: ") + listed(folders, most: 3)
    case .looseFiles(let count):
      "skipped \(counted(count, "photo")) in \(root) outside the class folders"
    case .otherFiles(let count):
      "skipped \(counted(count, "file")) in \(root) without a photo's file extension"
    case .cycle(let folder): "skipped \(folder), a link back to a folder that contains it"
    }
  }
}
