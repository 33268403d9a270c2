import VGGFiles

/// The error that the file named by a command's FILE cannot be read, with the reason.
package struct MissingConfiguration: Error, Hashable, Sendable {
  /// The causes, from which a phrasebook makes its words.
  package enum Cause: Hashable, Sendable {
    case unreadable(UnreadableFile.Cause)
    /// Several files have the name except for letter case.
    case ambiguous([String])
    /// Neither a file nor a built-in configuration, of which one has a similar name.
    case misspelled(nearest: String)
    case noFile
    /// Neither a file nor one of the built-in configurations.
    case noFileOrBuiltIn([String])
  }

  package let name: String
  package let cause: Cause

  /// The cause in English.
  package var reason: String {
    switch cause {
    case .unreadable(let cause): cause.reason
    case .ambiguous(let files):
      "several files match it except for letter case: \(files.joined(separator: ", "))"
    case .misspelled(let nearest):
      "no such file or built-in configuration; did you mean \(nearest)?"
    case .noFile: "no such file"
    case .noFileOrBuiltIn(let names):
      "no such file or built-in configuration (\(names.joined(separator: ", ")))"
    }
  }
}
