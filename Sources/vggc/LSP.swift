import ArgumentParser
import VGGCommandLine
import VGGCompilation
import VGGFiles
import VGGLanguageServer

/// `vggc lsp`: a language server for editors.
struct LSPCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract:
      "Run a language server for editors: diagnostics, hovers, inlay hints, completion and more.",
    discussion: """
      Speaks the Language Server Protocol 3.17 over standard input and output; your editor starts it. \
      Docs/Editors.md explains how to set up VS Code, Neovim, Helix, Zed and Emacs.

      Examples:
        vggc lsp
        vim.lsp.start({name = "vggc", cmd = {"vggc", "lsp"}})      in Neovim's Lua

      Exit status: 0 after the client's shutdown and exit, 1 after an exit without shutdown, 65 a message header \
      whose length cannot be read, 73 output that cannot be written.
      """)

  /// Many clients add this option to the command; there is no other way to communicate.
  @Flag(
    name: .long,
    help: ArgumentHelp("Use standard input and output, as always.", visibility: .hidden))
  var stdio = false

  func run() throws {
    var server = LanguageServer(version: Version.current, disk: ServerFiles.disk)
    var framer = MessageFramer()
    var hasInput = true
    while hasInput && server.exitStatus == nil {
      // While there is work to do, reads only the bytes already there, so that cancellations and edits overtake it.
      if !server.hasWork || StandardInput.hasMore {
        let bytes = StandardInput.read()
        hasInput = !bytes.isEmpty
        for piece in framer.take(bytes) { server.receive(piece) }
      } else {
        try write(server.step())
      }
    }
    while server.hasWork { try write(server.step()) }
    if server.exitStatus == nil { server.endOfInput() }
    if let header = server.brokenHeader {
      Console.reportError(Console.language.serverPhrases.words(for: header))
    }
    throw ExitCode(server.exitStatus ?? 1)
  }

  private func write(_ messages: [[UInt8]]) throws {
    for message in messages {
      try MessageFramer.framed(message).withUnsafeBytes { try Console.write($0) }
    }
  }
}

/// Standard input, in pieces of whatever size is available.
private enum StandardInput {
  /// Whether reading would return something now: bytes, or the end.
  static var hasMore: Bool { Platform.hasInput(Platform.standardInput) }

  /// Waits for bytes; returns none at the end.
  static func read() -> [UInt8] {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = piece.withUnsafeMutableBytes { readRetrying(Platform.standardInput, into: $0) }
    return Array(piece.prefix(max(0, count)))
  }
}
