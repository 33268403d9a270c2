import Foundation
import Testing
import VGGFiles
import VGGTestSupport

/// `action.yml`, which no test can run on GitHub: it conforms to GitHub's schema, and its steps run in a shell with the
/// variables that GitHub sets.
@Suite struct GitHubActionTests {
  private let broken =
    "input: [3, 32, 32]\nfeatures: [{conv: 64, in: 1}, M, 64, M]\navgpool: 1\n"
    + "classifier: {hidden: [], classes: 10}\n"

  @Test(.enabled(if: ReferencePython.isExpected(of: "check_jsonschema")))
  func conformsToTheSchema() throws {
    let python = try #require(ReferencePython.with("check_jsonschema"))
    let verdict = try Tool.run([
      python, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions",
      Checkout.file("action.yml").path,
    ])
    #expect(verdict.status == 0, "\(verdict.output)\(verdict.errors)")
  }

  /// The check's script is that of a test of the page: it lists inputs, steps with shells, and no expressions in scripts.
  @Test(.enabled(if: ReferencePython.isExpected(of: "yaml")))
  func everyStepHasAShellAndEveryInputIsUsed() throws {
    let steps = try steps()
    #expect(steps.map(\.name) == ["Install vggc", "Check"])
    for step in steps {
      #expect(step.shell == "bash")
      #expect(!step.run.contains("${{"), "a value in a script could be a command")
    }
    let text = try Checkout.text("action.yml")
    let inputs = ["files", "format", "strict", "sarif", "version", "wheel", "sha256"]
    for input in inputs {
      #expect(text.contains("\n  \(input):\n") && text.contains("${{ inputs.\(input) }}"))
    }
  }

  /// Other people's actions are pinned by their commits, with the version in a comment.
  @Test func actionsArePinned() throws {
    for file in ["action.yml", "Docs/CI.md"] + Checkout.files(in: ".github/workflows") {
      for line in try Checkout.text(file).split(separator: "\n") where line.contains("uses: ") {
        let isOurs = line.contains("OWNER/vggc@")
        #expect(isOurs || line.contains(/uses: [\w\/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/), "\(line)")
      }
    }
  }

  @Test(.enabled(if: ReferencePython.isExpected(of: "yaml")))
  func findingsFailTheCheckAndAreWritten() throws {
    let check = try #require(try steps().last)
    let folder = try TemporaryFolder()
    try folder.write(broken, to: "Configs/a b.yaml")
    func run(_ variables: [String: String]) throws -> Tool.Result {
      try folder.write("", to: "output")
      let standard = [
        "FILES": "Configs", "FORMAT": "github", "STRICT": "false", "SARIF": "vggc.sarif",
        "GITHUB_OUTPUT": folder.url.appending(path: "output").path,
      ]
      return try folder.command.shell(
        check.run, with: "bash", standard.merging(variables) { $1 })
    }
    let found = try run([:])
    #expect(found.status == 1, "\(found.errors)")
    #expect(found.output.hasPrefix("::error file=Configs/a b.yaml,line=2,"), "\(found.output)")
    #expect(try folder.read("vggc.sarif").contains("\"uri\" : \"Configs/a%20b.yaml\""))
    #expect(try folder.read("output") == "sarif=vggc.sarif\n")
    let sound = broken.replacing("in: 1", with: "in: 3")
    try folder.write(sound, to: "Configs/a b.yaml")
    #expect(try run(["FILES": "Configs/a b.yaml\n", "FORMAT": "text"]).status == 0)
    let warned = sound.replacing("classes: 10", with: "classes: 1")
    try folder.write(warned, to: "Configs/a b.yaml")
    #expect(try run([:]).status == 0)
    #expect(try run(["STRICT": "true"]).status == 1)
    #expect(try run(["FILES": "--help"]).status == 66, "a name is not an option")
  }

  /// Without a checksum nothing is installed.
  @Test(.enabled(if: ReferencePython.isExpected(of: "yaml")))
  func aWheelNeedsItsChecksum() throws {
    let install = try #require(try steps().first)
    let folder = try TemporaryFolder()
    let result = try folder.command.shell(
      install.run, with: "bash",
      ["VERSION": "0.1.0", "WHEEL": "", "SHA256": "", "RUNNER_TEMP": folder.path])
    #expect(result.status == 1)
    #expect(result.output.hasPrefix("::error::"), "\(result.output)")
    #expect(try folder.contents().isEmpty)
  }

  /// The wheel of the checksum is installed, and another is not.
  @Test(.enabled(if: ReferencePython.isExpected(of: "yaml")))
  func aWheelIsInstalled() throws {
    let python = try #require(ReferencePython.with("yaml"))
    let install = try #require(try steps().first)
    let folder = try TemporaryFolder()
    let wheel = try folder.writeWheel(with: python)
    let sum = try SHA256.hash(Array(Data(contentsOf: URL(filePath: wheel))))
    func run(_ checksum: String) throws -> Tool.Result {
      try folder.command.shell(
        install.run, with: "bash",
        [
          "VERSION": "", "WHEEL": wheel, "SHA256": checksum, "RUNNER_TEMP": folder.path,
          "GITHUB_PATH": folder.url.appending(path: "path").path, "PIP_NO_INDEX": "1",
        ])
    }
    let other = String(repeating: "0", count: 64)
    let refused = try run(other)
    #expect(refused.status != 0 && refused.errors.contains("HASH"), "\(refused.errors)")
    let result = try run("\(other) \(hexadecimal(sum))")
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(try folder.read("path") == "\(folder.path)/vggc/bin\n")
    #expect(try result.output.hasSuffix(folder.command.run("--version").output))
  }

  private struct Step: Decodable {
    let name: String
    let shell: String
    let run: String
  }

  private func steps() throws -> [Step] {
    let python = try #require(ReferencePython.with("yaml"))
    let script =
      "import json, sys, yaml; print(json.dumps(yaml.safe_load(sys.stdin)['runs']['steps']))"
    let parsed = try Tool.run(
      [python, "-c", script], input: Data(Checkout.text("action.yml").utf8))
    return try JSONDecoder().decode([Step].self, from: Data(parsed.output.utf8))
  }
}
