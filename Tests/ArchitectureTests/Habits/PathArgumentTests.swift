import Testing

/// Checks that the type of each path on a command line states its purpose, and that no path is
/// empty.
@Suite struct PathArgumentTests {
  private static let types = "VGGCommandLine/Paths/"

  /// Only path types tell a shell to complete files or folders.
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
