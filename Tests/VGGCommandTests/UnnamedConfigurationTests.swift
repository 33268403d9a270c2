import Testing
import VGGTestSupport

/// The configuration that commands use if none is named, or only a part of its name.
@Suite struct UnnamedConfigurationTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private static let network = """
    input: [1, 8, 8]
    features: [4, M]
    classifier: {hidden: [], classes: 2}

    """

  /// `vggc init` prints the next commands, and each of them works with and without the name.
  @Test func theFirstFiveMinutes() throws {
    let made = try folder.command.run("init", "my net")
    #expect(
      made.errors == """
        vggc: note: next steps:
          vggc check 'my net.vgg.yaml'
          vggc summary 'my net.vgg.yaml'
          vgg train 'my net.vgg.yaml' --data FOLDER_OF_CLASSES -o run

        """)
    for command in [
      ["check"], ["check", "my net"], ["summary"], ["explain"], ["emit", "--swift"],
      ["quiz", "--questions", "1"],
      ["worksheet"], ["fmt", "--check"], ["report", "-o", "page.html"],
    ] {
      let result = try folder.command.run(command)
      #expect(result.status == 0, "\(command) \(result.errors)")
      #expect(result.errors.contains("note: using my net.vgg.yaml"), "\(command) \(result.errors)")
    }
    let bench = try folder.command.vgg("bench", "--runs", "1", "--format", "json")
    #expect(bench.status == 0, "\(bench.errors)")
    #expect(bench.errors.contains("note: using my net.vgg.yaml"))
  }

  /// Any YAML file that has features is a configuration; other YAML files are not.
  @Test func theOnlyConfigurationIsTaken() throws {
    try folder.write(Self.network, to: "small.yml")
    try folder.write("version: 2\nservices: {}\n", to: "compose.yaml")
    let result = try folder.command.run("summary")
    #expect(result.errors == "vggc: note: using small.yml\n")
    #expect(result.output.hasPrefix("small"))
    // The ending `.vgg.yaml` takes precedence.
    try folder.write(Self.network, to: "tiny.vgg.yaml")
    #expect(try folder.command.run("summary").errors == "vggc: note: using tiny.vgg.yaml\n")
    try folder.write(Self.network, to: "vgg.yaml")
    #expect(try folder.command.run("summary").errors == "vggc: note: using vgg.yaml\n")
  }

  @Test func ofSeveralOneMustBeNamed() throws {
    for name in ["a", "b"] { try folder.write(Self.network, to: "\(name).vgg.yaml") }
    let refused = try folder.command.run("explain")
    #expect(refused.status == 64)
    #expect(
      refused.errors
        == "vggc: error: the current folder has several configurations; name one of them: a.vgg.yaml, b.vgg.yaml\n"
    )
    let both = try folder.command.run("check")
    #expect(both.status == 0)
    #expect(both.output.contains("a.vgg.yaml: a is valid"))
    #expect(both.output.contains("b.vgg.yaml: b is valid"))
  }

  @Test func withoutOneThereIsDOrAnError() throws {
    let explained = try folder.command.run("explain")
    #expect(explained.errors == "vggc: note: no configuration here; using configuration D\n")
    let trained = try folder.command.vgg("train", "--data", folder.path, "-o", "run")
    #expect(trained.status == 64)
    #expect(
      trained.errors.contains(
        "error: no configuration was named, and the current folder has none; vggc init writes one"))
  }
}
