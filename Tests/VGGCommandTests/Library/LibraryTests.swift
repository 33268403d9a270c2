import Foundation
import Testing
import VGGCompiler
import VGGTestSupport

/// The library's values and texts are those that `vggc` prints.
@Suite struct LibraryTests {
  static let configurations = Checkout.files(in: "Configs")
  static let mistakes =
    Checkout.files(in: "Configs/mistakes") + Checkout.files(in: "Tests/FailCases")

  private let command = BuiltCommand(folder: Checkout.root)

  /// The checkout's files, by their paths from its root.
  private func compiled(_ path: String) throws -> CompiledConfiguration {
    let files = ConfigurationFiles { path in
      let file = Checkout.file(path)
      guard FileManager.default.fileExists(atPath: file.path) else { return nil }
      return Array(try Data(contentsOf: file))
    }
    return CompiledConfiguration(
      utf8: Array(try Data(contentsOf: Checkout.file(path))), fileName: path, files: files)
  }

  private func output(_ arguments: String..., status: Int32 = 0) throws -> String {
    let result = try command.run(arguments)
    #expect(result.status == status, "\(result.errors)")
    return result.output
  }

  // MARK: - Networks

  @Test(arguments: configurations) func networksAreThoseOfTheJSON(path: String) throws {
    let networks = try compiled(path).networks
    let printed = try PrintedNetwork.all(in: output("emit", "--json", path))
    #expect(networks.count == printed.count)
    for (network, printed) in zip(networks, printed) { #expect(PrintedNetwork(network) == printed) }
  }

  @Test(arguments: configurations) func summariesAreThoseOfTheCommand(path: String) throws {
    let compiled = try compiled(path)
    #expect(try compiled.summaryJSON() == output("summary", path, "--format", "json"))
    #expect(compiled.summary() == (try output("summary", path)))
    #expect(compiled.summary(in: .korean) == (try output("summary", path, "--lang", "ko")))
  }

  @Test(arguments: configurations) func aFilesTextsAreThoseOfTheCommand(path: String) throws {
    let compiled = try compiled(path)
    #expect(compiled.swiftSource() == (try output("emit", "--swift", path)))
    #expect(compiled.pyTorchModules() == (try output("emit", "--pytorch", path)))
    #expect(compiled.svg() == (try output("emit", "--svg", path)))
    #expect(compiled.dot() == (try output("emit", "--dot", path)))
    let korean = try output("emit", "--svg", path, "--lang", "ko")
    #expect(compiled.svg(in: .korean) == korean)
  }

  @Test(arguments: configurations) func networksTextsAreThoseOfTheCommand(path: String) throws {
    let networks = try compiled(path).networks
    #expect(!networks.isEmpty)
    for network in networks {
      func emitted(_ arguments: String...) throws -> Tool.Result {
        try command.run(["emit", path, "--model", network.name] + arguments)
      }
      #expect(network.swiftSource() == (try emitted("--swift").output))
      #expect(network.pyTorchModule() == (try emitted("--pytorch").output))
      #expect(network.pyTorchFeatures() == (try emitted("--pytorch", "--sequential").output))
      #expect(try network.json() == emitted("--json").output)
      #expect(network.svg() == (try emitted("--svg").output))
      #expect(network.dot() == (try emitted("--dot").output))
    }
  }

  @Test(arguments: configurations) func modelsForONNXAreThoseOfTheCommand(path: String) throws {
    for network in try compiled(path).networks {
      try withTemporaryFolder { folder in
        let file = folder.path + "/model.onnx"
        let result = try command.run(
          "emit", "--onnx", path, "--model", network.name, "--no-weights", "-o", file)
        #expect(result.status == 0, "\(result.errors)")
        #expect(try network.onnx() == Array(Data(contentsOf: URL(filePath: file))))
      }
    }
  }

  @Test func weightsOfONNXModelsAreThoseOfTheCommand() throws {
    try withTemporaryFolder { folder in
      let text =
        "input: [3, 16, 16]\nfeatures: [8, M, {conv: 4, activation: prelu}]\navgpool: 3\n"
        + "classifier: {hidden: [], classes: 3}\n"
      try folder.write(text, to: "small.yaml")
      let result = try folder.command.run(
        "emit", "--onnx", "small.yaml", "--init", "7", "--softmax", "-o", "small.onnx")
      #expect(result.status == 0, "\(result.errors)")
      let network = try #require(
        CompiledConfiguration(yaml: text, fileName: "small.yaml").networks.first)
      let expected = Array(try Data(contentsOf: folder.url.appending(path: "small.onnx")))
      #expect(try network.onnx(weights: .seeded(7), softmax: true) == expected)
    }
  }

  @Test func packagesAndProjectsAreThoseOfTheCommand() throws {
    let network = try #require(compiled("Configs/custom.yaml").networks.first)
    try withTemporaryFolder { folder in
      let runtime = "https://example.com/vggc.git"
      let package = try command.run(
        "emit", "--swift", "Configs/custom.yaml", "--package", folder.path + "/package",
        "--runtime", runtime)
      #expect(package.status == 0, "\(package.errors)")
      let project = try command.run(
        "emit", "--pytorch", "Configs/custom.yaml", "--train", folder.path + "/project")
      #expect(project.status == 0, "\(project.errors)")
      let files = network.swiftPackage(runtime: .url(runtime, from: "0.1.0"))
      #expect(files.count > 4)
      for file in files { #expect(try folder.read("package/\(file.path)") == file.contents) }
      let training = try network.pyTorchTrainingProject()
      #expect(training.count > 10)
      for file in training { #expect(try folder.read("project/\(file.path)") == file.contents) }
    }
  }

  // MARK: - Diagnostics

  @Test(arguments: configurations + mistakes)
  func diagnosticsAreThoseOfTheCommand(path: String) throws {
    let compiled = try compiled(path)
    let result = try command.run(["check", path, "--format", "json"])
    #expect(result.status == (compiled.isSound ? 0 : 1))
    #expect(try compiled.diagnosticsJSON() == result.output)
    let printed = try PrintedDiagnostic.all(in: result.output)
    #expect(compiled.diagnostics().map(PrintedDiagnostic.init) == printed)
    for (code, language) in ["en": Language.english, "ko": .korean] {
      let text = try command.run(["check", path, "--lang", code]).errors
      #expect(compiled.diagnosticsText(in: language) == text)
      for diagnostic in compiled.diagnostics(in: language) {
        #expect(text.contains(diagnostic.message), "\(diagnostic.message)")
      }
    }
  }

  @Test(arguments: mistakes) func fixesAreThoseOfTheCommand(path: String) throws {
    try withTemporaryFolder { folder in
      let bytes = Array(try Data(contentsOf: Checkout.file(path)))
      try folder.write(bytes, to: "mistake.yaml")
      _ = try folder.command.run("check", "--fix", "mistake.yaml")
      let fixed = CompiledConfiguration(utf8: bytes, fileName: "mistake.yaml").fixed()
      #expect(fixed.yaml == (try folder.read("mistake.yaml")))
    }
  }

  @Test(arguments: configurations + mistakes)
  func formattedTextsAreThoseOfTheCommand(path: String) throws {
    let compiled = try compiled(path)
    let bytes = try Data(contentsOf: Checkout.file(path))
    let result = try Tool.run(
      [Checkout.products().appending(path: "vggc").path, "fmt", "-"], input: bytes)
    do throws(UnformattableText) {
      #expect(try compiled.formattedYAML() == result.output)
      #expect(result.status == 0)
    } catch {
      #expect(result.status == 1)
      #expect(!error.diagnostics().isEmpty)
      for diagnostic in error.diagnostics() { #expect(result.errors.contains(diagnostic.message)) }
    }
  }
}
