import Testing
import VGGTestSupport

/// A page in Markdown, executed as a reader would follow it.
struct ShownPage {
  let path: String

  /// In an empty folder, writes each YAML block to the file named in its first line, runs the commands of each console
  /// block one after the other, and compares their output with the page.
  ///
  /// - Parameters:
  ///   - tolerance: ``ShownOutput``'s.
  ///   - surroundings: Variables to add to the test's environment, for commands that build; if `nil`, commands get
  ///     neither.
  /// - Returns: The commands.
  func follow(tolerance: Double = 0, surroundings: [String: String]? = nil) throws -> [String] {
    let folder = try TemporaryFolder()
    var commands: [String] = []
    for block in ShownBlock.all(of: try Checkout.text(path)) {
      switch block.mark {
      case "yaml":
        let name = try #require(block.lines.first).dropFirst(2)
        try folder.write(block.lines.joined(separator: "\n") + "\n", to: String(name))
      case "console":
        for command in block.commands {
          let line = "exec 2>&1\nexport COLUMNS=80\n\(command.text)"
          let result =
            try surroundings.map { try folder.command.shell(line, $0) }
            ?? folder.command.shell(line)
          let output = ShownOutput(lines: command.output, tolerance: tolerance)
          #expect(output.describes(result.output), "\(command.text) prints\n\(result.output)")
          commands.append(command.text)
        }
      default: break
      }
    }
    return commands
  }
}
