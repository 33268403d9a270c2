import VGGFiles

extension Output {
  /// Refuses to write over what is read.
  ///
  /// - Parameters:
  ///   - inputs: Paths; `nil` for what is not read.
  ///   - outputs: Paths; `nil` for what is not written to a file.
  package static func refuseToReplace(inputs: [String?], with outputs: [String?]) throws {
    for path in outputs.compactMap({ $0 }) where FileKind(of: path) == .file {
      let written = FileIdentity(of: path)
      let isInput = inputs.contains { input in
        input.map { FileIdentity(of: $0) == written } ?? false
      }
      if isInput { throw reportUnwritable(path, "it is the input; name another file") }
    }
  }
}
