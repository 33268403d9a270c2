import ArgumentParser
import VGGCommandLine
import VGGCompilation
import VGGDiagnostics
import VGGFiles
import VGGPages
import VGGPlayground

/// `vggc playground`: an interactive page.
struct PlaygroundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "playground",
    abstract: "Open an interactive page: edit a configuration and watch the network change.",
    discussion: """
      Prints the page's address and serves the page until Ctrl-C. The page shows errors as you type, draws the \
      network's feature maps, and explains the layer under the pointer; a slider changes the image size. Only \
      programs on this machine can reach the server, and only those with the address can use it; it reads only FILE \
      and the files that FILE names, and writes only FILE. Without FILE, uses the configuration in the current \
      folder, or else configuration D.

      Examples:
        vggc playground Configs/custom.yaml --open
        vggc playground E --lang ko
        vggc playground --port 8080

      Exit status: 0 after Ctrl-C, 64 usage error, 66 input that cannot be read, 73 a port that is not available.
      """)

  @Argument(
    help: "A path, - for standard input, or the name of a built-in configuration.")
  var file: InputFile?

  @Option(
    help: ArgumentHelp(
      "Listen on this port (default: \(usualPort), or a free port if that is taken).",
      valueName: "number"))
  var port: Int?

  @Flag(help: "Open the page in the browser.")
  var open = false

  @OptionGroup var language: LanguageOptions

  /// The default port: the number of inputs of VGG's hidden fully connected layers. Keeping it keeps links to a page valid.
  private static let usualPort = 4096

  func validate() throws {
    if let port { try checkRange("--port", port, in: 1...65_535) }
  }

  func run() throws {
    let found = try Inputs.findOrD(file?.path, in: language.language)
    found.announce()
    if let refusal = OpenedFile.refusal(ofSize: found.file.bytes.count) {
      let reason = language.language.pagePhrases.words(for: refusal)
      Console.reportError(
        language.language.commandPhrases.cannotServe(found.file.name, reason),
        in: language.language)
      throw ExitCode.noInput
    }
    let files = NamedFiles(
      of: found.file, through: ConfigurationFinder.sourceReader(announcing: { Inputs.announce($0) })
    )
    let key = Self.newKey()
    let playground = Playground(
      OpenedFile(found.file, isFile: found.isFile), naming: files, in: language.language, key: key)
    // Before other threads are started, so that they do not receive the signals either.
    StopSignals.hold()
    let server = try serve(playground)
    let address = "http://\(PlaygroundServer.host):\(server.port)/#key=\(key)"
    try Console.write(address + "\n")
    Console.remark(
      language.language.commandPhrases.serving(found.file.name), in: language.language)
    if open { openInBrowser(address, in: language.language) }
    StopSignals.wait()
    server.stop()
    server.waitForStop()
  }

  private func serve(_ playground: Playground) throws -> PlaygroundServer {
    let wanted = port ?? Self.usualPort
    do {
      return try PlaygroundServer(port: wanted, answering: playground)
    } catch {
      // If no port was asked for, any port will do.
      if port == nil, error.isTaken,
        let server = try? PlaygroundServer(port: 0, answering: playground)
      {
        return server
      }
      Console.reportError(
        language.language.commandPhrases.cannotListen(on: wanted, error.reason),
        in: language.language)
      throw ExitCode.cannotCreate
    }
  }

  /// A key that is hard to guess and easy to copy.
  private static func newKey() -> String {
    hexadecimal((0..<16).map { _ in UInt8.random(in: .min ... .max) })
  }
}
