import Testing

/// That a command line's paths have a type that says what they are for, and that none is empty.
@Suite struct PathArgumentTests {
  private static let types = "VGGCommandLine/Paths/"

  /// Only the types of paths say that a shell completes files or folders.
  @Test func whatAShellCompletesHasATypeOfPath() {
    for file in SourceTree.files where !file.shortPath.hasPrefix(Self.types) {
      for (index, line) in file.lines.enumerated()
      where line.contains("completion: .file") || line.contains("completion: .directory") {
        Issue.record("\(file.path):\(index + 1): declare it as a path of \(Self.types)")
      }
    }
  }

  @Test func thereAreTypesOfPaths() {
    #expect(SourceTree.files.contains { $0.shortPath.hasPrefix(Self.types) })
  }
}
