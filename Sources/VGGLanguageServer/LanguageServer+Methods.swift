/// The handling of the protocol's life cycle and of notifications.
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
    case "workspace/didChangeWorkspaceFolders":
      guard let event = params(LSP.DidChangeWorkspaceFoldersParams.self, of: message)?.event else {
        return
      }
      workspace.change(adding: event.added.map(\.uri), removing: event.removed.map(\.uri))
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
