import Testing

/// Checks that no `default` hides a case of the package's enums from the compiler.
@Suite struct DefaultCaseTests {
  /// The files in which a switch over an enum's cases has a `default`, with the number of such switches and the
  /// reason.
  private static let allowed: [String: (count: Int, reason: String)] = [:]

  @Test func noDefaultOverOurEnums() {
    for file in SourceTree.files {
      let found = file.switchesWithDefault
      let count = Self.allowed[file.shortPath]?.count ?? 0
      #expect(
        found.count == count,
        "\(file.path): \(found.map { "line \($0)" }) have a default in addition to cases of an enum"
      )
    }
  }

  @Test func theListNamesFiles() {
    let paths = Set(SourceTree.files.map(\.shortPath))
    for path in Self.allowed.keys { #expect(paths.contains(path), "\(path)") }
  }
}

extension SourceText {
  /// The lines of a `default` whose switch also has a pattern with an enum's case: `case .name`, `case (.name, _)`.
  fileprivate var switchesWithDefault: [Int] {
    lines.indices.filter { index in
      let line = lines[index]
      let indent = line.prefix { $0 == " " }
      guard line.dropFirst(indent.count).hasPrefix("default:") else { return false }
      // The formatter indents a switch's cases under `switch`, or under the `=` or `return` before it.
      let above = lines[..<index].reversed().prefix { line in
        let place = line.prefix { $0 == " " }.count
        return line.isEmpty || place > indent.count
          || place == indent.count && !line.contains("switch ")
      }
      return above.contains {
        $0.hasPrefix("\(indent)case .") || $0.hasPrefix("\(indent)case (.")
      }
    }.map { $0 + 1 }
  }
}
