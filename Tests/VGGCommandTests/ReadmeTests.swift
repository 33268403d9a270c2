import Foundation
import Testing
import VGGTestSupport

/// What the README shows is what happens.
@Suite struct ReadmeTests {
  private static let pages = ["README.md", "README.ko.md"]

  /// A YAML block is written to the file that its first line names; in a console block, what follows a `$` line is
  /// its output, `…` standing for lines left out.
  @Test(arguments: pages) func everyBlockIsTrue(_ page: String) throws {
    let folder = try TemporaryFolder()
    var commands = 0
    for block in ShownBlock.all(of: try Checkout.text(page)) {
      switch block.mark {
      case "yaml":
        let name = try #require(block.lines.first).dropFirst(2)
        try folder.write(block.lines.joined(separator: "\n") + "\n", to: String(name))
      case "console":
        for command in block.commands {
          let result = try folder.command.shell("COLUMNS=80 \(command.text)")
          let printed = result.output + result.errors
          let output = ShownOutput(lines: command.output, tolerance: 0)
          #expect(output.describes(printed), "`\(command.text)` prints\n\(printed)")
          commands += 1
        }
      default: break
      }
    }
    #expect(commands >= 4)
  }

  @Test(arguments: pages) func everyLinkLeadsSomewhere(_ page: String) throws {
    let text = try Checkout.text(page)
    for match in text.matches(of: /\]\(([^)]+)\)/) where !match.1.hasPrefix("http") {
      let target = Checkout.file(String(match.1)).path
      #expect(FileManager.default.fileExists(atPath: target), "\(match.1)")
    }
  }

  @Test func theTwoCommandsAreThere() throws {
    for script in [
      "Scripts/setup", "Scripts/test", "Scripts/fuzz", "Scripts/install-packages", ".ci/run",
    ] {
      #expect(
        FileManager.default.isExecutableFile(atPath: Checkout.file(script).path))
    }
  }
}
