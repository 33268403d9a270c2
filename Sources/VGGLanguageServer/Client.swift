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
  }

  private static func format(_ offered: [String]?) -> LSP.MarkupContent.Kind {
    (offered ?? []).lazy.compactMap { LSP.MarkupContent.Kind(rawValue: $0) }.first ?? .plaintext
  }
}
