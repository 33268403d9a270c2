import VGGDiagnostics
import VGGSpec

/// The handlers of the protocol's methods.
extension LanguageServer {
  mutating func handle(_ message: Incoming) {
    switch (phase, message.id) {
    case (_, nil): notified(message)
    case (.new, let id?) where message.method != "initialize": refuse(id, .notInitialized)
    case (.initialized, let id?) where message.method == "initialize":
      refuse(id, .invalidRequest("the server is already initialized"))
    case (.shutDown, let id?), (.exited, let id?):
      refuse(id, .invalidRequest("the server has been shut down"))
    case (_, let id?): requested(id, message)
    }
  }

  // MARK: - Notifications

  private mutating func notified(_ message: Incoming) {
    if message.method == "exit" { return exit() }
    guard case .initialized = phase else { return }
    switch message.method {
    case "initialized": registerWatchers()
    case "textDocument/didOpen":
      guard let document = params(LSP.DidOpenParams.self, of: message)?.textDocument else { return }
      open(
        OpenDocument(
          uri: document.uri, version: document.version, text: document.text,
          encoding: client.encoding))
    case "textDocument/didChange":
      guard let changed = params(LSP.DidChangeParams.self, of: message) else { return }
      change(
        changed.textDocument.uri, changed.contentChanges, version: changed.textDocument.version)
    case "textDocument/didClose":
      guard let closed = params(LSP.DocumentParams.self, of: message) else { return }
      close(closed.textDocument.uri)
    case "textDocument/didSave", "workspace/didChangeWatchedFiles": filesChanged()
    // Unknown notifications, and $/ notifications that the server has no use for, are ignored.
    default: return
    }
  }

  /// - Returns: `nil` if a notification is malformed; there is no reply in which to report it.
  private func params<Params: Decodable>(_ type: Params.Type, of message: Incoming) -> Params? {
    try? JSONRPC.read(JSONRPC.Message<Params>.self, from: message.content).params
  }

  private mutating func registerWatchers() {
    guard client.watchesFiles else { return }
    let watchers = ["**/*.yaml", "**/*.yml", "**/*.txt"].map {
      LSP.RegistrationParams.Registration.Options.Watcher(globPattern: $0)
    }
    let registration = LSP.RegistrationParams.Registration(
      id: "vggc-files", method: "workspace/didChangeWatchedFiles",
      registerOptions: .init(watchers: watchers))
    send(
      JSONRPC.Request(
        id: "vggc-register", method: "client/registerCapability",
        params: LSP.RegistrationParams(registrations: [registration])))
  }

  // MARK: - Requests

  private mutating func requested(_ id: JSONRPC.ID, _ message: Incoming) {
    switch message.method {
    case "initialize":
      answer(id, to: message) { (server, params: LSP.InitializeParams) in server.initialize(params)
      }
    case "shutdown":
      phase = .shutDown
      send(JSONRPC.Response(id: id, result: LSP.Null()))
    case "textDocument/hover":
      answer(id, to: message) { (server, params: LSP.TextDocumentPositionParams) in
        let (format, language) = (server.client.hoverFormat, server.client.language)
        return server.analysis(of: params.textDocument.uri).flatMap {
          hover(at: params.position, in: $0, format: format, language)
        }
      }
    case "textDocument/inlayHint":
      answer(id, to: message) { (server, params: LSP.InlayHintParams) in
        server.analysis(of: params.textDocument.uri).map { inlayHints(in: params.range, of: $0) }
      }
    case "textDocument/completion":
      answer(id, to: message) { (server, params: LSP.TextDocumentPositionParams) in
        server.completions(params)
      }
    case "textDocument/codeAction":
      answer(id, to: message) { (server, params: LSP.CodeActionParams) in
        let client = server.client
        return server.analysis(of: params.textDocument.uri).map {
          codeActions(in: params.range, only: params.context.only, of: $0, for: client)
        }
      }
    case "textDocument/documentSymbol":
      answer(id, to: message) { (server, params: LSP.DocumentParams) in server.symbols(params) }
    case "textDocument/definition":
      answer(id, to: message) { (server, params: LSP.TextDocumentPositionParams) in
        server.definition(params)
      }
    case "textDocument/formatting":
      answer(id, to: message) { (server, params: LSP.DocumentParams) in
        server.documents[params.textDocument.uri].map(formattingEdits)
      }
    default: refuse(id, .unknownMethod(message.method))
    }
  }

  /// Answers a request with the value that `result` returns for its parameters; null if that is `nil`.
  private mutating func answer<Params: Decodable, Result: Encodable>(
    _ id: JSONRPC.ID, to message: Incoming,
    _ result: (inout LanguageServer, Params) -> Result
  ) {
    do {
      let params = try JSONRPC.read(JSONRPC.Message<Params>.self, from: message.content).params
      send(JSONRPC.Response(id: id, result: result(&self, params)))
    } catch {
      refuse(id, .invalidParams(message.method, error))
    }
  }

  private mutating func initialize(_ params: LSP.InitializeParams) -> LSP.InitializeResult {
    phase = .initialized
    client = Client(params)
    return LSP.InitializeResult(
      capabilities: LSP.ServerCapabilities(positionEncoding: client.encoding),
      serverInfo: .init(name: "vggc", version: version))
  }

  private mutating func symbols(_ params: LSP.DocumentParams) -> LSP.Symbols? {
    guard let analysis = analysis(of: params.textDocument.uri) else { return nil }
    return client.takesSymbolTree
      ? .tree(documentSymbols(of: analysis)) : .list(symbolInformation(of: analysis))
  }

  private mutating func completions(
    _ params: LSP.TextDocumentPositionParams
  ) -> [LSP.CompletionItem]? {
    guard let analysis = analysis(of: params.textDocument.uri) else { return nil }
    let names = analysis.document.folder.map(disk.names) ?? []
    return VGGLanguageServer.completions(
      at: params.position, in: analysis, filesBeside: names, for: client)
  }

  private mutating func definition(_ params: LSP.TextDocumentPositionParams) -> LSP.Location? {
    guard let analysis = analysis(of: params.textDocument.uri) else { return nil }
    switch VGGLanguageServer.definition(at: params.position, in: analysis) {
    case nil: return nil
    case .place(let location): return location
    case .file(let path): return start(ofFile: path)
    case .builtIn(let builtIn): return disk.materialize(builtIn).flatMap(start)
    }
  }

  private func start(ofFile path: String) -> LSP.Location? {
    let start = LSP.Position(line: 0, character: 0)
    let range = LSP.Range(start: start, end: start)
    let open = documents.values.first { $0.path.map(FilePath.normalized) == path }
    if let open { return LSP.Location(uri: open.uri, range: range) }
    guard let found = try? disk.reader.read(path) else { return nil }
    return LSP.Location(uri: DocumentURI.uri(ofPath: found.path), range: range)
  }
}

extension LSP {
  /// JSON's null as a result.
  struct Null: Encodable {
    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    }
  }

  enum Symbols: Encodable {
    case tree([DocumentSymbol])
    case list([SymbolInformation])

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .tree(let symbols): try symbols.encode(to: encoder)
      case .list(let symbols): try symbols.encode(to: encoder)
      }
    }
  }
}
