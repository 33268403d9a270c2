import VGGDiagnostics
import VGGSpec

/// The answers to requests about documents.
extension LanguageServer {
  mutating func requested(_ id: JSONRPC.ID, _ message: Incoming) {
    switch message.method {
    case "initialize":
      answer(id, to: message) { (server, params: LSP.InitializeParams) in server.initialize(params)
      }
    case "shutdown":
      phase = .shutDown
      send(JSONRPC.Response(id: id, result: LSP.Null()))
    case "workspace/symbol":
      answer(id, to: message) { (server, params: LSP.WorkspaceSymbolParams) in
        server.workspace.symbols(
          matching: params.query, open: Array(server.documents.values), disk: server.disk,
          server.client.encoding)
      }
    default:
      let isAnswered =
        answeredByMeaning(id, message) || answeredByNames(id, message)
        || answeredByStructure(id, message)
      if !isAnswered { refuse(id, .unknownMethod(message.method)) }
    }
  }

  // MARK: - Networks

  private mutating func answeredByMeaning(_ id: JSONRPC.ID, _ message: Incoming) -> Bool {
    switch message.method {
    case "textDocument/hover":
      answer(id, to: message) { (server, params: LSP.TextDocumentPositionParams) in
        let (format, language) = (server.client.hoverFormat, server.client.language)
        return server.analysis(of: params.textDocument.uri).flatMap {
          hover(at: params.position, in: $0, format: format, language)
        }
      }
    case "textDocument/inlayHint":
      answer(id, to: message) { (server, params: LSP.RangeParams) in
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
    case "textDocument/codeLens":
      answer(id, to: message) { (server, params: LSP.DocumentParams) in
        let language = server.client.language
        return server.analysis(of: params.textDocument.uri).map { codeLenses(of: $0, language) }
      }
    case "textDocument/diagnostic":
      answer(id, to: message) { (server, params: LSP.PullDiagnosticsParams) in
        LSP.DiagnosticReport(
          server.diagnostics(of: params.textDocument.uri) ?? [], previous: params.previousResultId)
      }
    default: return false
    }
    return true
  }

  private mutating func completions(
    _ params: LSP.TextDocumentPositionParams
  ) -> [LSP.CompletionItem]? {
    guard let analysis = analysis(of: params.textDocument.uri) else { return nil }
    let names = analysis.document.folder.map(disk.names) ?? []
    return VGGLanguageServer.completions(
      at: params.position, in: analysis, filesBeside: names, for: client)
  }

  // MARK: - Names

  private mutating func answeredByNames(_ id: JSONRPC.ID, _ message: Incoming) -> Bool {
    switch message.method {
    case "textDocument/definition":
      answer(id, to: message) { (server, params: LSP.TextDocumentPositionParams) in
        server.definition(params)
      }
    case "textDocument/references":
      answer(id, to: message) { (server, params: LSP.ReferenceParams) in server.references(params) }
    case "textDocument/documentHighlight":
      answer(id, to: message) { (server, params: LSP.TextDocumentPositionParams) in
        server.analysis(of: params.textDocument.uri).flatMap {
          documentHighlights(at: params.position, in: $0)
        }
      }
    case "textDocument/prepareRename":
      answer(id, to: message) { (server, params: LSP.TextDocumentPositionParams) in
        server.analysis(of: params.textDocument.uri).flatMap {
          renameTarget(at: params.position, in: $0)
        }
      }
    case "textDocument/rename":
      answer(id, to: message) { (server, params: LSP.RenameParams) in try server.rename(params) }
    case "textDocument/documentLink":
      answer(id, to: message) { (server, params: LSP.DocumentParams) in
        server.analysis(of: params.textDocument.uri).map { analysis in
          documentLinks(in: analysis) { server.start(ofFile: $0)?.uri }
        }
      }
    default: return false
    }
    return true
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

  private mutating func references(_ params: LSP.ReferenceParams) -> [LSP.Location]? {
    let uri = params.textDocument.uri
    guard let analysis = analysis(of: uri) else { return nil }
    let others = documents.keys.sorted().filter { $0 != uri }.compactMap { self.analysis(of: $0) }
    return VGGLanguageServer.references(
      at: params.position, in: analysis, withDefinition: params.context.includeDeclaration,
      others: others)
  }

  private mutating func rename(_ params: LSP.RenameParams) throws -> LSP.WorkspaceEdit? {
    guard let analysis = analysis(of: params.textDocument.uri) else { return nil }
    do throws(RenameRefusal) {
      let edits = try renameEdits(at: params.position, to: params.newName, in: analysis)
      return LSP.WorkspaceEdit(edits, of: analysis.document, for: client)
    } catch {
      throw JSONRPC.Failure.failed(client.language.serverPhrases.words(for: error))
    }
  }

  // MARK: - Structure

  private mutating func answeredByStructure(_ id: JSONRPC.ID, _ message: Incoming) -> Bool {
    switch message.method {
    case "textDocument/documentSymbol":
      answer(id, to: message) { (server, params: LSP.DocumentParams) in server.symbols(params) }
    case "textDocument/foldingRange":
      answer(id, to: message) { (server, params: LSP.DocumentParams) in
        let client = server.client
        return server.analysis(of: params.textDocument.uri).flatMap {
          foldingRanges(of: $0, for: client)
        }
      }
    case "textDocument/selectionRange":
      answer(id, to: message) { (server, params: LSP.SelectionRangeParams) in
        server.analysis(of: params.textDocument.uri).map {
          selectionRanges(at: params.positions, in: $0)
        }
      }
    case "textDocument/semanticTokens/full":
      answer(id, to: message) { (server, params: LSP.DocumentParams) in
        server.analysis(of: params.textDocument.uri).flatMap { semanticTokens(in: nil, of: $0) }
      }
    case "textDocument/semanticTokens/range":
      answer(id, to: message) { (server, params: LSP.RangeParams) in
        server.analysis(of: params.textDocument.uri).flatMap {
          semanticTokens(in: params.range, of: $0)
        }
      }
    case "textDocument/formatting":
      answer(id, to: message) { (server, params: LSP.DocumentParams) in
        server.documents[params.textDocument.uri].map(formattingEdits)
      }
    case "textDocument/rangeFormatting":
      answer(id, to: message) { (server, params: LSP.RangeParams) in
        server.documents[params.textDocument.uri].map { formattingEdits(in: params.range, of: $0) }
      }
    default: return false
    }
    return true
  }

  private mutating func symbols(_ params: LSP.DocumentParams) -> LSP.Symbols? {
    guard let analysis = analysis(of: params.textDocument.uri) else { return nil }
    return client.takesSymbolTree
      ? .tree(documentSymbols(of: analysis)) : .list(symbolInformation(of: analysis))
  }

  // MARK: - Answering

  /// Answers a request with the value that `result` returns for its parameters; null if that is `nil`.
  private mutating func answer<Params: Decodable, Result: Encodable>(
    _ id: JSONRPC.ID, to message: Incoming,
    _ result: (inout LanguageServer, Params) throws -> Result
  ) {
    do {
      let params = try JSONRPC.read(JSONRPC.Message<Params>.self, from: message.content).params
      send(JSONRPC.Response(id: id, result: try result(&self, params)))
    } catch let failure as JSONRPC.Failure {
      refuse(id, failure)
    } catch {
      refuse(id, .invalidParams(message.method, error))
    }
  }

  private mutating func initialize(_ params: LSP.InitializeParams) -> LSP.InitializeResult {
    phase = .initialized
    client = Client(params)
    let folders = params.workspaceFolders?.map(\.uri) ?? [params.rootUri].compactMap { $0 }
    workspace.change(adding: folders, removing: [])
    return LSP.InitializeResult(
      capabilities: LSP.ServerCapabilities(for: client),
      serverInfo: .init(name: "vggc", version: version))
  }
}
