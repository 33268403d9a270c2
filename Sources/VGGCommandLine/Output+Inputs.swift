import VGGFiles

extension Output {
  /// Refuses to write over what is read.
  package static func refuseToReplaceInput(_ input: String?, with path: String) throws {
    guard let input, FileKind(of: path) == .file, FileIdentity(of: path) == FileIdentity(of: input)
    else { return }
    throw reportUnwritable(path, "it is the input; name another file")
  }
}
