import Synchronization
import Testing
import VGGCompiler
import VGGTestSupport

/// The compiler reads the files that the caller supplies, and no others.
@Suite struct ConfigurationFilesTests {
  private static let base = "features: [8, M]\nclassifier: {hidden: [], classes: 2}\n"

  /// Collects the paths that the compiler asks for.
  private final class Requests: Sendable {
    private let paths = Mutex<[String]>([])

    var all: [String] { paths.withLock { $0 } }

    func note(_ path: String) { paths.withLock { $0.append(path) } }
  }

  @Test func aSuppliedFileIsExtended() {
    let compiled = CompiledConfiguration(
      yaml: "input: [1, 8, 8]\nextends: base.yaml\n",
      files: ConfigurationFiles(["base.yaml": Self.base]))
    #expect(compiled.networks.map(\.output) == [.vector(count: 2)])
  }

  /// The checkout has the file, and the tests run in it.
  @Test func filesOnDiskAreNotReadUnasked() throws {
    let path = Checkout.file("Configs/custom.yaml").path
    let text = "extends: \(path)\n"
    let none = CompiledConfiguration(yaml: text)
    #expect(none.diagnostics().map(\.id) == ["unknown-base"])
    let other = CompiledConfiguration(
      yaml: text, files: ConfigurationFiles([path: "input: [1, 8, 8]\n" + Self.base]))
    #expect(other.networks.map(\.totals.weightLayers) == [2])
    let disk = CompiledConfiguration(yaml: text, files: .onDisk)
    #expect(disk.networks.map(\.totals.parameters) == [35_523_594])
  }

  @Test func labelsOnDiskAreNotReadUnasked() throws {
    try withTemporaryFolder { folder in
      let path = try folder.write("cat\ndog\n", to: "labels.txt")
      let text = "input: [1, 8, 8]\n\(Self.base)labels: \(path)\n"
      #expect(CompiledConfiguration(yaml: text).diagnostics().map(\.id) == ["unreadable-file"])
      let disk = CompiledConfiguration(yaml: text, files: .onDisk)
      #expect(disk.networks.map(\.labels) == [["cat", "dog"]])
    }
  }

  /// Every file is asked for once, whatever is done with the configuration afterwards.
  @Test func theConfigurationIsCompiledOnce() throws {
    let requests = Requests()
    let files = ConfigurationFiles { path in
      requests.note(path)
      return path == "labels.txt" ? Array("a\nb\n".utf8) : Array(Self.base.utf8)
    }
    let compiled = CompiledConfiguration(
      yaml: "input: [1, 8, 8]\nextends: ../base.yaml\nlabels: ../labels.txt\n",
      fileName: "nets/net.yaml", files: files)
    #expect(requests.all.sorted() == ["base.yaml", "labels.txt"])
    #expect(compiled.networks.count == 1)
    _ = compiled.diagnostics()
    _ = compiled.diagnosticsText(in: .korean)
    _ = try compiled.diagnosticsJSON()
    _ = compiled.summary()
    _ = compiled.explanation()
    _ = compiled.swiftSource()
    for network in compiled.networks {
      _ = network.swiftPackage(runtime: .path("/vggc"))
      _ = network.pyTorchModule()
      _ = try network.pyTorchTrainingProject()
      _ = try network.json()
      _ = try network.onnx(weights: .seeded(1))
      _ = network.svg()
      _ = network.dot()
    }
    // There is nothing to fix.
    _ = compiled.fixed()
    _ = try compiled.formattedYAML()
    #expect(requests.all.count == 2)
  }

  @Test(arguments: [
    ("base.yaml", "net.yaml", "base.yaml"), ("./base.yaml", "a/net.yaml", "a/base.yaml"),
    ("../base.yaml", "models/own/net.yaml", "models/base.yaml"),
    ("../base.yaml", "net.yaml", "../base.yaml"), ("/etc/passwd", "a/net.yaml", "/etc/passwd"),
  ])
  func pathsAreRelativeToTheFile(written: String, fileName: String, path: String) {
    let requests = Requests()
    _ = CompiledConfiguration(
      yaml: "extends: \(written)\n", fileName: fileName,
      files: ConfigurationFiles { path in
        requests.note(path)
        return nil
      })
    #expect(requests.all == [path])
  }

  private struct NoAccess: Error, CustomStringConvertible {
    var description: String { "it belongs to someone else\u{1B}[31m" }
  }

  @Test func errorsOfTheCallerAreReasons() throws {
    let compiled = CompiledConfiguration(
      yaml: "extends: theirs.yaml\n", files: ConfigurationFiles { _ in throw NoAccess() })
    let diagnostic = try #require(compiled.diagnostics().first)
    #expect(diagnostic.id == "unknown-base")
    let texts = [diagnostic.message, diagnostic.label ?? ""] + diagnostic.notes.map(\.message)
    #expect(texts.contains { $0.contains("it belongs to someone else\u{FFFD}[31m") }, "\(texts)")
  }

  @Test func filesOfMoreThan16MiBAreRefused() throws {
    let compiled = CompiledConfiguration(
      yaml: "extends: large.yaml\n",
      files: ConfigurationFiles { _ in [UInt8](repeating: 0x23, count: 16 << 20 | 1) })
    let diagnostic = try #require(compiled.diagnostics().first)
    #expect(diagnostic.id == "unknown-base")
    let texts = [diagnostic.message, diagnostic.label ?? ""] + diagnostic.notes.map(\.message)
    #expect(texts.contains { $0.contains("16 MiB") }, "\(texts)")
  }
}
