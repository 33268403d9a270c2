import Foundation
import Testing
import VGGTestSupport

@Suite struct LSPCommandTests {
  /// pytest-lsp from PyPI is a client based on pygls and lsprotocol.
  @Test(.enabled(if: ReferencePython.isExpected(of: "pytest_lsp")))
  func conformsToTheProtocol() throws {
    let python = try #require(ReferencePython.with("pytest_lsp"))
    let script = Checkout.file("Scripts/checks/language-server.py").path
    let verdict = try Tool.run([python, script, Checkout.products().path])
    #expect(verdict.status == 0, "\(verdict.output)\(verdict.errors)")
  }

  /// Neovim, from Debian's packages, opens a broken file and lists its diagnostics, in byte
  /// columns.
  @Test(.enabled(if: isNeovimExpected))
  func neovimListsDiagnostics() throws {
    let folder = try TemporaryFolder()
    let text = """
      # 깨진 파일 🧠
      input: [3, 64, 64]
      features: [64, 64, M, 128, 128, M]
      avgpool: [4, 4]
      batch_norm: 네
      classifier: [{linear: {in: 25088, out: 10}}]
      """
    let file = try folder.write(text + "\n", to: "broken.yaml")
    let program = try Checkout.products().appending(path: "vggc").path
    let listed = try folder.command.shell(
      "VGGC=\(program) XDG_STATE_HOME=$PWD nvim --headless -u NONE -i NONE -n \(file) "
        + "-c 'luafile \(Checkout.file("Scripts/checks/neovim.lua").path)'")
    #expect(listed.status == 0, "\(listed.errors)")
    let lines = listed.output.split(whereSeparator: \.isNewline).map(String.init)
    #expect(
      lines == [
        "5:13: error wrong-type: batch_norm must be true or false, not the string \"네\"",
        "6:28: error linear-input-mismatch: linear layer expects 25088 inputs, but the feature map flattens to 2048",
      ])
  }

  /// In CI the test fails if Neovim is missing.
  private static var isNeovimExpected: Bool {
    let found = try? Tool.run(["/bin/sh", "-c", "command -v nvim"])
    return ProcessInfo.processInfo.environment["CI"] != nil || found?.status == 0
  }

  @Test(arguments: [
    ([], 1),
    ([#"{"jsonrpc":"2.0","method":"exit"}"#], 1),
    ([initialize, #"{"jsonrpc":"2.0","id":2,"method":"shutdown"}"#], 0),
    ([initialize, #"{"jsonrpc":"2.0","id":2,"method":"shutdown"}"#, exit], 0),
    ([initialize, exit], 1),
  ])
  func exitStatuses(messages: [String], status: Int) throws {
    let result = try TemporaryFolder().command.run("lsp", input: framed(messages))
    #expect(result.status == Int32(status))
    #expect(result.errors.isEmpty)
  }

  @Test func rubbishIsAnsweredAndSurvived() throws {
    let rubbish = Data("\u{0}Length: x\r\n\r\nContent-Length: 3\r\n\r\n{]}".utf8)
    let shutdown = #"{"jsonrpc":"2.0","id":"z","method":"shutdown"}"#
    let result = try TemporaryFolder().command.run(
      "lsp", "--stdio", input: rubbish + framed([initialize, shutdown, exit]))
    #expect(result.status == 0)
    #expect(result.output.contains(#""code":-32700"#))
    #expect(result.output.contains(#""code":-32600"#))
    #expect(result.output.hasSuffix(#"{"id":"z","jsonrpc":"2.0","result":null}"#))
  }

  /// The messages before such a header are answered, and those after it are not.
  @Test(arguments: [
    ("10000000000000000000", "must be at most 1073741824 bytes, not 10000000000000000000"),
    ("-1", "must be a whole number of bytes, not \"-1\""),
    ("ten", "must be a whole number of bytes, not \"ten\""),
  ])
  func aHeaderWithAnImpossibleLengthEndsTheServer(length: String, message: String) throws {
    let shutdown = #"{"jsonrpc":"2.0","id":"z","method":"shutdown"}"#
    let result = try TemporaryFolder().command.run(
      "lsp",
      input: framed([initialize]) + Data("Content-Length: \(length)\r\n\r\n".utf8)
        + framed([shutdown, exit]))
    #expect(result.status == 65)
    #expect(result.errors == "vggc: error: the Content-Length of a message \(message)\n")
    #expect(result.output.contains(#""serverInfo""#))
    #expect(result.output.contains(#""code":-32700"#))
    #expect(!result.output.contains(#""id":"z""#))
  }

  private static let initialize =
    #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}"#
  private static let exit = #"{"jsonrpc":"2.0","method":"exit"}"#
  private var initialize: String { Self.initialize }
  private var exit: String { Self.exit }

  private func framed(_ messages: [String]) -> Data {
    Data(messages.map { "Content-Length: \($0.utf8.count)\r\n\r\n\($0)" }.joined().utf8)
  }
}
