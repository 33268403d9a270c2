import VGGDiagnostics
import VGGFiles

/// The reason why a folder of photos cannot be used.
package struct PhotoFolderError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The folder, which may be one within the photo folder.
  package let path: String
  /// The fault, from which a phrasebook makes its words.
  package let fault: FolderFault

  init(_ path: String, _ fault: FolderFault) {
    (self.path, self.fault) = (path, fault)
  }

  /// For example: `photos: there are no class folders in it`.
  package var description: String { "\(path): \(fault.reason(in: path))" }

  /// Whether something could not be read at all, as opposed to having the wrong content.
  package var isUnreadable: Bool {
    switch fault {
    case .missing, .noFolder, .unlisted: true
    case .noClasses, .sameLooking, .noPhotos, .layout, .unknownClass, .oneClass, .emptyClass: false
    }
  }
}

/// The faults of a folder of photos.
package enum FolderFault: Hashable, Sendable {
  case missing
  /// A file in place of a folder.
  ///
  /// - Parameter unpacking: The command that unpacks it, if it is an archive.
  case noFolder(FileFormat?, unpacking: String?)
  /// A folder that the system does not list.
  case unlisted(UnreadableFile.Cause)
  /// A folder without class folders.
  ///
  /// - Parameters:
  ///   - photos: The number of photos directly in it.
  ///   - unpacking: The command that unpacks an archive in it, if there is one.
  case noClasses(photos: Int, unpacking: String?)
  /// Two class folders whose names are shown the same.
  case sameLooking(String)
  /// Class folders without a photo's file extension.
  case noPhotos(extensions: String)
  /// Classes that are further down.
  case layout(FolderLayout, PhotoUse)
  /// A class folder that is not among the classes of a source.
  case unknownClass(String, source: String, classes: [String])
  case oneClass(String)
  /// A class without a photo, with the number of other such classes.
  case emptyClass(String, others: Int, ClassContents)

  /// The path of an example photo in a class folder.
  package static func example(in path: String) -> String { joined(path, "cat/1.jpg") }
}

extension FolderFault {
  /// The fault of the folder at `path` in English, with a remedy.
  fileprivate func reason(in path: String) -> String {
    switch self {
    case .missing: "there is no such folder"
    case .noFolder(let format, let command):
      (format.map { "it is \($0.name), not a folder" } ?? "it is not a folder") + "; "
        + (command.map { "unpack it, and use the unpacked folder: `\($0)`" }
          ?? "use a folder with one subfolder of photos per class")
    case .unlisted(let cause): "cannot read the folder: \(UnreadableFile(cause).reason)"
    case .noClasses(let photos, let unpacking):
      "there are no class folders in it"
        + (photos > 0
          ? "; \(counted(photos, "photo")) in it \(photos == 1 ? "has" : "have") no class" : "")
        + "; "
        + (unpacking.map { "unpack the archive in it: `\($0)`" }
          ?? "put photos into one folder per class, such as \(Self.example(in: path))")
    case .sameLooking(let name): "two class folders in it are shown as `\(name)`; rename one"
    case .noPhotos(let extensions):
      "there are no photos in its class folders (extensions: \(extensions))"
    case .layout(let layout, let use): layout.advice(for: use)
    case .unknownClass(let name, let source, let classes):
      "its class folder `\(name)` is not among the classes of \(source): "
        + listed(classes.map { shortened($0) })
    case .oneClass(let name): "there is only one class, `\(name)`; training needs at least two"
    case .emptyClass(let name, let others, let contents):
      "there are no photos of `\(name)`"
        + (others > 0 ? " and of \(grouped(others)) more \(others == 1 ? "class" : "classes")" : "")
        + ": \(contents.reason(in: path))"
    }
  }
}

extension ClassContents {
  /// The reason in English why a class has no photo, and the remedy.
  fileprivate func reason(in path: String) -> String {
    if photos > 0 { return "none of the \(counted(photos, "photo")) in its folder can be used" }
    guard let otherFile else {
      return "its folder is empty; add photos to it, or remove the folder if it is not a class"
    }
    let advice = "if it is not a class, move the folder out of \(path)"
    return otherFiles == 1
      ? "its folder has only \(otherFile), which has no photo extension; \(advice)"
      : "its folder has \(counted(otherFiles, "file")), such as \(otherFile), and none has a photo extension; "
        + advice
  }
}
