import VGGFindings

extension LSP {
  // MARK: - Diagnostics

  struct PublishDiagnosticsParams: Encodable, Hashable, Sendable {
    var uri: String
    var version: Int?
    var diagnostics: [Diagnostic]
  }

  package struct Diagnostic: Encodable, Hashable, Sendable {
    package enum Severity: Int, Encodable, Sendable {
      case error = 1
      case warning = 2
    }

    package struct RelatedInformation: Encodable, Hashable, Sendable {
      package var location: Location
      package var message: String
    }

    package var range: Range
    package var severity: Severity
    package var code: String
    package var source = "vggc"
    package var message: String
    package var relatedInformation: [RelatedInformation]?
  }

  struct PullDiagnosticsParams: Decodable, Sendable {
    var textDocument: TextDocumentIdentifier
    var previousResultId: String?
  }

  struct DiagnosticReport: Encodable, Hashable, Sendable {
    enum Kind: String, Encodable, Sendable {
      case full
      /// The diagnostics are those of the client's previous result.
      case unchanged
    }

    var kind: Kind
    var resultId: String
    var items: [Diagnostic]?
  }

  // MARK: - Hover

  package struct Hover: Encodable, Hashable, Sendable {
    package var contents: MarkupContent
    package var range: Range?
  }

  // MARK: - Inlay hints

  package struct InlayHint: Encodable, Hashable, Sendable {
    package var position: Position
    package var label: String
    /// 1: a type hint, since the hints show shapes.
    package var kind = 1
    package var paddingLeft = true
  }

  // MARK: - Completion

  package struct CompletionItem: Encodable, Hashable, Sendable {
    package enum Kind: Int, Encodable, Sendable {
      case property = 10
      case value = 12
      case keyword = 14
      case snippet = 15
      case file = 17
      case reference = 18
    }

    package enum Format: Int, Encodable, Sendable {
      case plainText = 1
      case snippet = 2
    }

    package var label: String
    package var kind: Kind
    package var detail: String?
    package var documentation: MarkupContent?
    /// The text that clients sort by; it keeps the language's own order.
    package var sortText: String
    package var filterText: String?
    package var insertTextFormat: Format
    package var textEdit: TextEdit
  }

  // MARK: - Code actions

  struct CodeActionParams: Decodable, Sendable {
    struct Context: Decodable, Sendable {
      /// The requested kinds; all if `nil`.
      var only: [String]?
    }

    var textDocument: TextDocumentIdentifier
    var range: Range
    var context: Context
  }

  package struct CodeAction: Encodable, Sendable {
    package static let quickFix = "quickfix"
    package static let fixAll = "source.fixAll"
    package static let kinds = [quickFix, fixAll]

    var title: String
    var kind: String
    var diagnostics: [Diagnostic]?
    var isPreferred: Bool?
    var edit: WorkspaceEdit
  }

  // MARK: - Symbols

  package enum SymbolKind: Int, Encodable, Sendable {
    case module = 2
    case property = 7
    case array = 18
    case object = 19
    case key = 20
    case function = 12
  }

  package struct DocumentSymbol: Encodable, Hashable, Sendable {
    package var name: String
    package var detail: String?
    package var kind: SymbolKind
    package var range: Range
    package var selectionRange: Range
    package var children: [DocumentSymbol]
  }

  /// A symbol for clients that do not support the symbol tree.
  struct SymbolInformation: Encodable, Sendable {
    var name: String
    var kind: SymbolKind
    var location: Location
    var containerName: String?
  }
}
