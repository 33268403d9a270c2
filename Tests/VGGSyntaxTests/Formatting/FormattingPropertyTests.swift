import Foundation
import Testing
import VGGCompilation
import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGSyntax
import VGGTestSupport

/// Formatted text keeps its meaning and its comments, and follows the style.
@Suite struct FormattingPropertyTests {
  /// Formats `text`, unless it is not YAML, and compares the result with it.
  private func expectFaithful(_ bytes: [UInt8], as name: String) throws {
    let file = SourceFile(name: name, bytes: bytes)
    let text: String
    do {
      text = try formatted(file)
    } catch {
      #expect(error.diagnostics.hasErrors, "\(name): \(String(decoding: bytes, as: UTF8.self))")
      return
    }
    let again = try formatted(SourceFile(name: name, text: text))
    #expect(again == text, "\(name): not at rest: \(text)")
    let before = ConfigurationFiles.compile(bytes, as: name)
    let after = ConfigurationFiles.compile(Array(text.utf8), as: name)
    #expect(after.diagnostics.map(\.id) == before.diagnostics.map(\.id), "\(name): \(text)")
    #expect(after.diagnostics.map(\.message) == before.diagnostics.map(\.message))
    #expect(after.graphs.map(\.name) == before.graphs.map(\.name))
    #expect(
      after.graphs.map { $0.layers.map { "\($0.name) \($0.kind)" } }
        == before.graphs.map { $0.layers.map { "\($0.name) \($0.kind)" } })
    #expect(after.graphs.map(\.totals) == before.graphs.map(\.totals))
    #expect(after.graphs.map { settled($0.training) } == before.graphs.map { settled($0.training) })
    #expect(after.graphs.map(\.labels) == before.graphs.map(\.labels))
  }

  /// A recipe's numbers, without the locations where they are stated.
  private func settled(_ recipe: TrainingRecipe) -> String {
    "\(recipe)".components(separatedBy: "spec: ")[0]
  }

  private static let files =
    Checkout.files(in: "Configs") + Checkout.files(in: "Configs/mistakes")
    + Checkout.files(in: "Tests/FailCases")

  @Test(arguments: files)
  func everyFile(path: String) throws {
    try expectFaithful(try ConfigurationFiles.bytes(of: path), as: path)
  }

  /// A dropped or changed byte turns many texts into other valid YAML.
  @Test(arguments: Checkout.files(in: "Configs") + Checkout.files(in: "Configs/mistakes"))
  func damagedFiles(path: String) throws {
    let bytes = try ConfigurationFiles.bytes(of: path)
    guard bytes.count < 700 else { return }
    let signs = [UInt8](Array("[]{},:#-&*!|\n ".utf8))
    for index in stride(from: 0, to: bytes.count, by: 3) {
      var dropped = bytes
      dropped.remove(at: index)
      try expectFaithful(dropped, as: path)
      var changed = bytes
      changed[index] = signs[index / 3 % signs.count]
      try expectFaithful(changed, as: path)
    }
  }

  @Test(arguments: UInt64(0)..<60)
  func randomNetworks(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = RandomNetwork(seed: seed).configuration
    try expectFaithful(Array(text.utf8), as: "random.yaml")
    let untidy = disturbed(text, using: &random)
    try expectFaithful(Array(untidy.utf8), as: "random.yaml")
    let plain = try formatted(SourceFile(name: "a.yaml", text: text))
    let comments = untidy.split(separator: "\n").filter { $0.contains("#") }.count
    let result = try formatted(SourceFile(name: "a.yaml", text: untidy))
    #expect(result.filter { $0 == "#" }.count == comments)
    // Lists on several lines have one more comma.
    func signs(_ text: String) -> String { text.filter { !$0.isWhitespace && $0 != "," } }
    if comments == 0 { #expect(signs(result) == signs(plain)) }
  }

  /// The same text with more space, line breaks in brackets, empty lines and comments.
  private func disturbed(_ text: String, using random: inout SeededGenerator) -> String {
    var result = ""
    var depth = 0
    for character in text {
      if character == "[" || character == "{" { depth += 1 }
      if character == "]" || character == "}" { depth -= 1 }
      result.append(character)
      guard depth > 0 || character == "\n" else { continue }
      switch (character, random.int(0...9)) {
      case (",", 0): result += "\n    "
      case (",", 1): result += " # 주석\n    "
      case (",", 2): result += "\n    # two\n    "
      case ("[", 0...1), ("{", 0...1): result += "\n   "
      case (" ", 0...2): result += "  "
      case ("\n", 0): result += "\n\n"
      case ("\n", 1): result += "  # three\n"
      default: break
      }
    }
    return result
  }

  /// The files that the repository ships follow the style.
  @Test(arguments: Checkout.files(in: "Configs"))
  func configsAreFormatted(path: String) throws {
    let bytes = try ConfigurationFiles.bytes(of: path)
    try expectRecorded(try formatted(SourceFile(name: path, bytes: bytes)), path)
  }

  @Test func everyCommentIsKept() throws {
    let text = """
      # 1
      name: tiny # 2
      # 3
      features: # 4
        # 5
        - 64 # 6
        # 7
        - {conv: 64, # 8
           # 9
           kernel: 3 # 10
          } # 11
        # 12
      # 13
      classifier: # 14
            hidden: [ # 15
              # 16
              64 # 17
              , # 18
              ] # 19
            # 20
            classes: # 21
              10
      # 22
      """
    let result = try formatted(SourceFile(name: "a.yaml", text: text))
    let numbers = result.split(separator: "\n").compactMap { line in
      line.split(separator: "#", omittingEmptySubsequences: false).dropFirst().first.map {
        $0.filter { $0 != " " }
      }
    }
    #expect(numbers == (1...22).map(String.init))
  }
}
