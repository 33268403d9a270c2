import VGGDiagnostics

/// The client's capabilities, as far as the server uses them.
struct Client: Sendable {
  var encoding = PositionEncoding.utf16
  /// The language of the client's user interface.
  var language = Language.english
  /// Whether the client shows the locations of notes with a diagnostic.
  var relatesDiagnostics = false
  var hoverFormat = LSP.MarkupContent.Kind.plaintext
  var documentationFormat = LSP.MarkupContent.Kind.plaintext
  var takesSnippets = false
  var takesSymbolTree = false
  /// Whether the client can be asked to watch files.
  var watchesFiles = false
  /// Whether the client requests diagnostics, so that none are sent.
  var pullsDiagnostics = false
  /// Whether the client asks for the name at a position before it renames.
  var preparesRenames = false
  /// Whether the client takes edits together with the version of the document that they belong to.
  var takesVersionedEdits = false
  /// The maximum number of folding ranges; `nil` for any number.
  var mostFoldingRanges: Int?
  /// The methods that make the client request answers again, which depend on other files.
  var refreshes: [String] = []

  init() {}

  init(_ params: LSP.InitializeParams) {
    let capabilities = params.capabilities
    let document = capabilities.textDocument
    language = Language(locale: params.locale ?? "")
    encoding = .chosen(from: capabilities.general?.positionEncodings)
    relatesDiagnostics = document?.publishDiagnostics?.relatedInformation ?? false
    hoverFormat = Self.format(document?.hover?.contentFormat)
    documentationFormat = Self.format(document?.completion?.completionItem?.documentationFormat)
    takesSnippets = document?.completion?.completionItem?.snippetSupport ?? false
    takesSymbolTree = document?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false
    watchesFiles = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false
    pullsDiagnostics = document?.diagnostic != nil
    preparesRenames = document?.rename?.prepareSupport ?? false
    mostFoldingRanges = document?.foldingRange?.rangeLimit
    let workspace = capabilities.workspace
    takesVersionedEdits = workspace?.workspaceEdit?.documentChanges ?? false
    refreshes = [
      (pullsDiagnostics ? workspace?.diagnostics : nil, "diagnostic"),
      (workspace?.codeLens, "codeLens"), (workspace?.inlayHint, "inlayHint"),
    ]
    .filter { $0.0?.refreshSupport == true }.map { "workspace/\($0.1)/refresh" }
  }

  private static func format(_ offered: [String]?) -> LSP.MarkupContent.Kind {
    (offered ?? []).lazy.compactMap { LSP.MarkupContent.Kind(rawValue: $0) }.first ?? .plaintext
  }
}
