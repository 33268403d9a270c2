import Foundation
import Testing
import VGGTestSupport

/// An empty path, most often from an unset shell variable: a usage error, whatever the path is for.
@Suite struct EmptyPathTests {
  @Test(arguments: ["vggc", "vgg"])
  func noCommandTakesOne(_ program: String) throws {
    let folder = try TemporaryFolder()
    let places = try Self.places(of: program, folder.command)
    #expect(places.count > 10)
    for words in places {
      let result = try folder.command.run(program, words)
      let command = "\(program) \(words)"
      #expect(result.status == 64, "\(command): \(result.errors)")
      #expect(result.errors.contains("it is empty; name a f"), "\(command): \(result.errors)")
      #expect(try folder.contents() == [], "\(command)")
    }
  }

  /// Command lines with an empty path, one for each argument that takes a path.
  private static func places(of program: String, _ command: BuiltCommand) throws -> [[String]] {
    let printed = try command.run(program, ["--experimental-dump-help"]).output
    let dump = try JSONDecoder().decode(Dump.self, from: Data(printed.utf8))
    let commands = dump.command.subcommands ?? []
    // The command that ArgumentParser adds takes command names.
    return commands.filter { $0.commandName != "help" }.flatMap { $0.emptyPaths(after: []) }
  }

  private struct Dump: Decodable {
    let command: Command
  }

  private struct Command: Decodable {
    let commandName: String
    let subcommands: [Command]?
    let arguments: [Argument]?

    func emptyPaths(after words: [String]) -> [[String]] {
      let words = words + [commandName]
      var places: [[String]] = []
      var positional: [String] = []
      for argument in arguments ?? [] {
        if argument.isPath {
          let before = argument.kind == "positional" ? positional : argument.option
          places.append(words + before + [""])
        }
        if argument.kind == "positional" { positional.append("x") }
      }
      return places + (subcommands ?? []).flatMap { $0.emptyPaths(after: words) }
    }
  }

  private struct Argument: Decodable {
    let kind: String
    let preferredName: Name?
    let completionKind: CompletionKind?

    struct Name: Decodable {
      let kind: String
      let name: String
    }

    struct CompletionKind: Decodable {
      let file: Extensions?
      let directory: Nothing?
    }

    struct Extensions: Decodable {
      let extensions: [String]
    }

    struct Nothing: Decodable {}

    var isPath: Bool { completionKind?.file != nil || completionKind?.directory != nil }

    /// The option's name as it is typed; empty for a positional argument.
    var option: [String] {
      guard kind == "option", let preferredName else { return [] }
      return [(preferredName.kind == "short" ? "-" : "--") + preferredName.name]
    }
  }
}
