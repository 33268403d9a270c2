import VGGFiles

extension Output {
  /// Refuses to overwrite input files.
  ///
  /// - Parameters:
  ///   - inputs: Paths; `nil` for inputs that are not read from a file.
  ///   - outputs: Paths; `nil` for outputs that are not written to a file.
  package static func refuseToReplace(inputs: [String?], with outputs: [String?]) throws {
    for path in outputs.compactMap({ $0 }) where FileKind(of: path) == .file {
      let written = FileIdentity(of: path)
      let isInput = inputs.contains { input in
        input.map { FileIdentity(of: $0) == written } ?? false
      }
      if isInput { throw reportUnwritable(path, .isInput) }
    }
  }
}
