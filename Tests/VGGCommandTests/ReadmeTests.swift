import Foundation
import Testing
import VGGTestSupport

/// What the README shows is what happens.
@Suite struct ReadmeTests {
  /// A fenced block: what it is marked as, and its lines.
  private struct Block {
    let mark: String
    let lines: [String]
  }

  private func blocks() throws -> [Block] {
    let text = try Checkout.text("README.md")
    var blocks: [Block] = []
    var open: (mark: String, lines: [String])?
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        if let block = open {
          blocks.append(Block(mark: block.mark, lines: block.lines))
          open = nil
        } else {
          open = (String(line.dropFirst(3)), [])
        }
      } else {
        open?.lines.append(line)
      }
    }
    return blocks
  }

  /// A YAML block is written to the file that its first line names; in a console block, what follows a `$` line is
  /// its output, `…` standing for lines left out.
  @Test func everyBlockIsTrue() throws {
    let folder = try TemporaryFolder()
    var commands = 0
    for block in try blocks() {
      switch block.mark {
      case "yaml":
        let name = try #require(block.lines.first).dropFirst(2)
        try folder.write(block.lines.joined(separator: "\n") + "\n", to: String(name))
      case "console":
        for session in sessions(block.lines) {
          let result = try folder.command.shell("COLUMNS=80 \(session.command)")
          expect(session.output, in: result.output + result.errors, of: session.command)
          commands += 1
        }
      default: break
      }
    }
    #expect(commands >= 4)
  }

  private func sessions(_ lines: [String]) -> [(command: String, output: [String])] {
    var sessions: [(command: String, output: [String])] = []
    for line in lines {
      if line.hasPrefix("$ ") {
        sessions.append((String(line.dropFirst(2)), []))
      } else if !sessions.isEmpty {
        sessions[sessions.count - 1].output.append(line)
      }
    }
    return sessions
  }

  private func expect(_ shown: [String], in output: String, of command: String) {
    let parts = shown.split(separator: "…").map { $0.joined(separator: "\n") }
    var rest = output[...]
    for (index, part) in parts.enumerated() {
      guard let range = rest.range(of: part) else {
        Issue.record("`\(command)` does not print\n\(part)\nbut\n\(output)")
        return
      }
      if index == 0, shown.first != "…" {
        #expect(range.lowerBound == rest.startIndex, "\(command)")
      }
      rest = rest[range.upperBound...]
    }
    if shown.last != "…" {
      #expect(rest == "\n" || rest.isEmpty, "`\(command)` prints more: \(rest)")
    }
  }

  @Test func everyLinkLeadsSomewhere() throws {
    let text = try Checkout.text("README.md")
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
