import VGGEmitters

/// A file of an emitted package or project, for the caller to write.
public struct EmittedFile: Hashable, Sendable {
  /// The path relative to the package's folder, with `/` as separator; never absolute, and without `..`.
  public let path: String
  /// The text of the file.
  public let contents: String
}

extension EmittedFile {
  init(_ file: VGGEmitters.EmittedFile) {
    self.init(path: file.path, contents: file.contents)
  }
}
