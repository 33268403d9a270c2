import VGGDiagnostics

/// What the client can do, as far as the server cares.
struct Client: Sendable {
  var encoding = PositionEncoding.utf16
  /// The language of what it shows.
  var language = Language.english
  /// Places of notes are shown with a diagnostic.
  var relatesDiagnostics = false
  var hoverFormat = LSP.MarkupContent.Kind.plaintext
  var documentationFormat = LSP.MarkupContent.Kind.plaintext
  var takesSnippets = false
  var takesSymbolTree = false
  /// It can be asked to watch files.
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
