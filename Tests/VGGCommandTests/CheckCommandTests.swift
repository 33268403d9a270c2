import Foundation
import Testing
import VGGTestSupport

@Suite struct CheckCommandTests {
  /// A folder, such as that of a generated package, does not hide a built-in configuration.
  @Test func aFolderIsNoConfiguration() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "D/README.md")
    #expect(try folder.command.run("check", "D").status == 0)
  }

  @Test func findingsNameTheFileThatWasRead() throws {
    let folder = try TemporaryFolder()
    try folder.write("features: [16, m]\n", to: "base.yaml")
    try folder.write("extends: BASE.yaml\n", to: "top.yaml")
    let result = try folder.command.run("check", "--format", "json", "top.yaml")
    #expect(result.output.contains(#""file" : "base.yaml""#), "\(result.output)")
    #expect(result.errors.contains("using base.yaml for BASE.yaml"))
  }

  @Test func onlyFilesOfTheConfigsFoldersAreChecked() throws {
    let folder = try TemporaryFolder()
    try folder.write("features: [16, M]\n", to: "configs/a.yaml")
    try folder.write("", to: "configs/folder.yaml/x")
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "Configs"), withIntermediateDirectories: true)
    let result = try folder.command.run("check")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("configs/a.yaml: a is valid"))
  }

  @Test func helpThatCannotBeWrittenIsAnError() throws {
    let command = try TemporaryFolder().command
    #expect(try command.shell("vggc --help > /dev/full").status == 73)
    #expect(try command.shell("vggc check --help").status == 0)
    #expect(try command.shell("vggc --version").output == "0.1.0\n")
  }

  private let sound =
    "input: [3, 32, 32]\nfeatures: [64, M, 64, M]\navgpool: 1\nclassifier: {hidden: [], classes: 10}\n"
  private let unsound =
    "input: [3, 32, 32]\nfeatures: [{conv: 64, in: 1}, M, 64, M]\navgpool: 1\n"
    + "classifier: {hidden: [], classes: 10}\n"
  private let warned =
    "input: [3, 33, 33]\nfeatures: [64, M, 64]\navgpool: 1\nclassifier: {hidden: [], classes: 10}\n"

  @Test func soundFilesSayWhatTheyAre() throws {
    let folder = try TemporaryFolder()
    try folder.write(sound, to: "a.yaml")
    let result = try folder.command.run("check", "a.yaml", "D")
    #expect(result.status == 0)
    #expect(
      result.output == """
        a.yaml: a is valid: 3x32x32 -> 10, 3 weight layers, 39,370 parameters
        D: D is valid: 3x224x224 -> 1000, 16 weight layers, 138,357,544 parameters

        """)
    #expect(result.errors.isEmpty)
  }

  @Test func errorsGoToStandardErrorWithStatusOne() throws {
    let folder = try TemporaryFolder()
    try folder.write(unsound, to: "a.yaml")
    let result = try folder.command.run("check", "a.yaml")
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("a.yaml:2:27: error: convolution expects 1 input channel"))
  }

  @Test func machineFormatsGoToStandardOutput() throws {
    let folder = try TemporaryFolder()
    try folder.write(unsound, to: "a.yaml")
    try folder.write(sound, to: "b.yaml")
    for (format, start) in [
      ("json", "{\n  \"diagnostics\" : ["), ("sarif", "{\n"), ("github", "::error file=a.yaml,"),
    ] {
      let result = try folder.command.run("check", "--format", format, "a.yaml", "b.yaml")
      #expect(result.status == 1)
      #expect(result.output.hasPrefix(start), "\(result.output)")
      #expect(result.errors.isEmpty)
    }
    let empty = try folder.command.run("check", "--format", "json", "b.yaml")
    #expect(empty.status == 0)
    #expect(
      empty.output == "{\n  \"diagnostics\" : [\n\n  ],\n  \"format_version\" : 1\n}\n")
  }

  @Test func warningsFailOnlyWhenStrict() throws {
    let folder = try TemporaryFolder()
    try folder.write(warned, to: "a.yaml")
    #expect(try folder.command.run("check", "a.yaml").status == 0)
    #expect(try folder.command.run("check", "--strict", "a.yaml").status == 1)
  }

  @Test func fixesAreWrittenOrShown() throws {
    let folder = try TemporaryFolder()
    try folder.write(unsound, to: "a.yaml")
    let shown = try folder.command.run("check", "--fix", "--dry-run", "a.yaml")
    #expect(shown.status == 1, "the file is as it was")
    #expect(
      shown.output.contains(
        "-features: [{conv: 64, in: 1}, M, 64, M]\n+features: [{conv: 64, in: 3}, M, 64, M]\n"))
    #expect(try folder.read("a.yaml") == unsound)
    #expect(try folder.command.run("check", "--fix", "a.yaml").status == 0)
    #expect(try folder.read("a.yaml") == unsound.replacingOccurrences(of: "in: 1", with: "in: 3"))
    #expect(try folder.contents() == ["a.yaml"])
  }

  @Test func standardInputIsAFile() throws {
    let folder = try TemporaryFolder()
    let result = try folder.command.run("check", "-", input: Data(unsound.utf8))
    #expect(result.status == 1)
    #expect(result.errors.hasPrefix("<stdin>:2:27: error:"))
  }

  @Test func withoutAFileTheFolderIsSearched() throws {
    let folder = try TemporaryFolder()
    let nothing = try folder.command.run("check")
    #expect(nothing.status == 66)
    #expect(nothing.errors.contains("no configuration and no Configs folder"))
    try folder.write(sound, to: "configs/b.yaml")
    try folder.write(sound, to: "configs/a.yml")
    try folder.write(unsound, to: "configs/deeper/c.yaml")
    let several = try folder.command.run("check")
    #expect(several.status == 0)
    #expect(
      several.output.split(separator: "\n").map { $0.prefix(14) } == [
        "configs/a.yml:", "configs/b.yaml",
      ])
    #expect(several.errors == "vggc: note: checking 2 files in configs\n")
    try folder.write(unsound, to: "vgg.yaml")
    let one = try folder.command.run("check")
    #expect(one.status == 1)
    #expect(one.errors.hasPrefix("vggc: note: using vgg.yaml\nvgg.yaml:2:27: error"))
  }

  @Test func letterCaseIsForgivenWithANote() throws {
    let folder = try TemporaryFolder()
    try folder.write(sound, to: "Configs/Custom.yaml")
    let result = try folder.command.run("check", "configs/custom.YAML")
    #expect(result.status == 0)
    #expect(result.errors == "vggc: note: using Configs/Custom.yaml for configs/custom.YAML\n")
    try folder.write(sound, to: "Configs/custom.yaml")
    let ambiguous = try folder.command.run("check", "configs/custom.YAML")
    #expect(ambiguous.status == 66)
    #expect(ambiguous.errors.contains("several files match it except for letter case"))
  }

  @Test func oneUnreadableFileDoesNotHideTheOthers() throws {
    let folder = try TemporaryFolder()
    try folder.write(unsound, to: "a.yaml")
    let result = try folder.command.run("check", "missing.yaml", "a.yaml")
    #expect(result.status == 66)
    #expect(result.errors.contains("cannot read missing.yaml: no such file"))
    #expect(result.errors.contains("a.yaml:2:27: error:"))
  }

  @Test func wrongUsageHasItsStatus() throws {
    let command = try TemporaryFolder().command
    for arguments in [
      ["check", "--format", "xml"], ["check", "--dry-run"], ["check", "--nonsense"], ["chekc"],
    ] {
      let result = try command.shell("vggc " + arguments.joined(separator: " "))
      #expect(result.status == 64, "\(arguments)")
      #expect(result.errors.contains("Error:"))
    }
  }

  @Test func aModelIsChosenByName() throws {
    let file = Checkout.file("Configs/vgg-paper.yaml").path
    let command = try TemporaryFolder().command
    let chosen = try command.run("check", "--model", "E", file)
    #expect(chosen.status == 0)
    #expect(chosen.output.contains("E is valid") && !chosen.output.contains("D is valid"))
    let unknown = try command.run("check", "--model", "F", file)
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("has no model F"))
    #expect(unknown.errors.contains("A, A-LRN, B, C, D, E"))
  }

  @Test func colourIsForTerminalsOnly() throws {
    let folder = try TemporaryFolder()
    try folder.write(unsound, to: "a.yaml")
    #expect(!(try folder.command.run("check", "a.yaml").errors.contains("\u{1B}")))
    let terminal = "script -qec 'vggc check a.yaml' /dev/null"
    #expect(
      try folder.command.shell("TERM=xterm \(terminal)").output.contains("\u{1B}[1;31merror:"))
    #expect(
      !(try folder.command.shell("TERM=xterm NO_COLOR=1 \(terminal)").output.contains(
        "\u{1B}[1;31m")))
  }

  @Test func aDryRunLeavesMachineFormatsWhole() throws {
    let folder = try TemporaryFolder()
    try folder.write(unsound, to: "a.yaml")
    let result = try folder.command.run("check", "--fix", "--dry-run", "--format", "json", "a.yaml")
    #expect(result.status == 1)
    #expect(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) is [String: Any])
    #expect(result.errors.contains("+features: [{conv: 64, in: 3}"))
  }

  /// No single number fits both layers that repeat an alias; fixing still terminates.
  @Test func fixesThatUndoEachOtherEnd() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "input: [3, 8, 8]\nfeatures: [&c {conv: 8, in: 4}, *c, M]\navgpool: 1\n"
        + "classifier: {hidden: [], classes: 2}\n", to: "a.yaml")
    #expect(try folder.command.run("check", "--fix", "a.yaml").status == 1)
  }

  @Test func aFixInAnotherFileNamesThatFile() throws {
    let folder = try TemporaryFolder()
    try folder.write(unsound, to: "base.yaml")
    try folder.write("extends: base.yaml\n", to: "a.yaml")
    let result = try folder.command.run("check", "a.yaml")
    #expect(result.errors.contains("(vggc check --fix base.yaml)"), "\(result.errors)")
  }

  @Test func aModelAnswersForItselfOnly() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "avgpool: 1\nclassifier: {hidden: [], classes: 10}\nmodels:\n  good: [64, M, 64]\n  bad: [64, X]\n"
        + "  none: 7\n", to: "a.yaml")
    #expect(try folder.command.run("check", "--model", "good", "a.yaml").status == 0)
    #expect(try folder.command.run("summary", "--model", "good", "a.yaml").status == 0)
    let bad = try folder.command.run("check", "--model", "bad", "a.yaml")
    #expect(bad.status == 1)
    #expect(bad.errors.contains("[unknown-element]") && !bad.errors.contains("[wrong-type]"))
    #expect(
      try folder.command.run("check", "--model", "none", "a.yaml").errors.contains("[wrong-type]"))
    let all = try folder.command.run("check", "a.yaml")
    #expect(all.errors.contains("[unknown-element]") && all.errors.contains("[wrong-type]"))
  }

  @Test func ofSeveralFilesOneWithTheModelIsEnough() throws {
    let command = try TemporaryFolder().command
    let paper = Checkout.root.appending(path: "Configs/vgg-paper.yaml").path
    let result = try command.run("check", "--model", "E", paper, "A")
    #expect(result.status == 0)
    #expect(result.output.contains("E is valid"))
  }

  @Test func standardInputIsReadOnce() throws {
    #expect(try TemporaryFolder().command.run("check", "-", "-").status == 64)
  }

  @Test func letterCaseOfNamedFilesIsForgivenToo() throws {
    let folder = try TemporaryFolder()
    try folder.write(sound, to: "Base.yaml")
    try folder.write("extends: base.yaml\n", to: "a.yaml")
    let result = try folder.command.run("check", "a.yaml")
    #expect(result.status == 0)
    #expect(result.errors == "vggc: note: using Base.yaml for base.yaml\n")
  }
}
