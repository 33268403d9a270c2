extension LSP {
  struct InitializeParams: Decodable, Sendable {
    var capabilities: ClientCapabilities
    /// The language of the client's user interface, as an IETF tag: `ko`, `en-US`.
    var locale: String?
    /// The workspace of clients that do not have several folders.
    var rootUri: String?
    var workspaceFolders: [WorkspaceFolder]?
  }

  struct WorkspaceFolder: Decodable, Sendable {
    var uri: String
  }

  struct ClientCapabilities: Decodable, Sendable {
    struct General: Decodable, Sendable {
      /// The client's encodings, preferred first; unknown names, from later protocol versions, are ignored.
      var positionEncodings: [String]?
    }

    struct TextDocument: Decodable, Sendable {
      struct Completion: Decodable, Sendable {
        struct Item: Decodable, Sendable {
          var snippetSupport: Bool?
          var documentationFormat: [String]?
        }

        var completionItem: Item?
      }

      struct Hover: Decodable, Sendable {
        var contentFormat: [String]?
      }

      struct Symbol: Decodable, Sendable {
        var hierarchicalDocumentSymbolSupport: Bool?
      }

      struct Diagnostics: Decodable, Sendable {
        var relatedInformation: Bool?
      }

      /// Present if the client pulls diagnostics.
      struct PulledDiagnostics: Decodable, Sendable {}

      struct Folding: Decodable, Sendable {
        var rangeLimit: Int?
      }

      struct Rename: Decodable, Sendable {
        var prepareSupport: Bool?
      }

      var completion: Completion?
      var hover: Hover?
      var documentSymbol: Symbol?
      var publishDiagnostics: Diagnostics?
      var diagnostic: PulledDiagnostics?
      var foldingRange: Folding?
      var rename: Rename?
    }

    struct Workspace: Decodable, Sendable {
      struct WatchedFiles: Decodable, Sendable {
        var dynamicRegistration: Bool?
      }

      struct Edit: Decodable, Sendable {
        var documentChanges: Bool?
      }

      /// Whether the client can be asked to request a feature's answers again.
      struct Refresh: Decodable, Sendable {
        var refreshSupport: Bool?
      }

      var didChangeWatchedFiles: WatchedFiles?
      var workspaceEdit: Edit?
      var diagnostics: Refresh?
      var codeLens: Refresh?
      var inlayHint: Refresh?
    }

    var general: General?
    var textDocument: TextDocument?
    var workspace: Workspace?
  }

  struct InitializeResult: Encodable, Sendable {
    struct ServerInfo: Encodable, Sendable {
      var name: String
      var version: String
    }

    var capabilities: ServerCapabilities
    var serverInfo: ServerInfo
  }

  struct ServerCapabilities: Encodable, Sendable {
    struct TextDocumentSync: Encodable, Sendable {
      struct Save: Encodable, Sendable {
        var includeText = false
      }

      var openClose = true
      /// 2: incremental changes or the whole text, as the client prefers.
      var change = 2
      var save = Save()
    }

    struct Completion: Encodable, Sendable {
      var triggerCharacters = [" ", "[", "{", ",", "*"]
      var resolveProvider = false
    }

    struct CodeAction: Encodable, Sendable {
      var codeActionKinds = LSP.CodeAction.kinds
    }

    struct Unresolved: Encodable, Sendable {
      var resolveProvider = false
    }

    /// Whether names can be renamed, and for clients that can use it, whether the server finds the name beforehand.
    enum Rename: Encodable, Sendable {
      case alone
      case prepared

      private enum CodingKeys: CodingKey { case prepareProvider }

      func encode(to encoder: any Encoder) throws {
        switch self {
        case .alone:
          var container = encoder.singleValueContainer()
          try container.encode(true)
        case .prepared:
          var container = encoder.container(keyedBy: CodingKeys.self)
          try container.encode(true, forKey: .prepareProvider)
        }
      }
    }

    struct PulledDiagnostics: Encodable, Sendable {
      var identifier = "vggc"
      /// A document's diagnostics also depend on the files that it extends.
      var interFileDependencies = true
      var workspaceDiagnostics = false
    }

    struct SemanticTokens: Encodable, Sendable {
      struct Legend: Encodable, Sendable {
        var tokenTypes = EntryKind.allCases.map(\.tokenType)
        var tokenModifiers: [String] = []
      }

      var legend = Legend()
      var full = true
      var range = true
    }

    struct Workspace: Encodable, Sendable {
      struct Folders: Encodable, Sendable {
        var supported = true
        var changeNotifications = true
      }

      var workspaceFolders = Folders()
    }

    var positionEncoding: PositionEncoding
    var textDocumentSync = TextDocumentSync()
    var hoverProvider = true
    var completionProvider = Completion()
    var definitionProvider = true
    var referencesProvider = true
    var documentHighlightProvider = true
    var renameProvider: Rename
    var documentSymbolProvider = true
    var workspaceSymbolProvider = true
    var documentLinkProvider = Unresolved()
    var codeActionProvider = CodeAction()
    var codeLensProvider = Unresolved()
    var inlayHintProvider = true
    var semanticTokensProvider = SemanticTokens()
    var foldingRangeProvider = true
    var selectionRangeProvider = true
    var documentFormattingProvider = true
    var documentRangeFormattingProvider = true
    /// `nil` for clients to which diagnostics are sent.
    var diagnosticProvider: PulledDiagnostics?
    var workspace = Workspace()

    init(for client: Client) {
      positionEncoding = client.encoding
      renameProvider = client.preparesRenames ? .prepared : .alone
      diagnosticProvider = client.pullsDiagnostics ? PulledDiagnostics() : nil
    }
  }

  /// The parameters of a request to be notified when files change on disk.
  struct RegistrationParams: Encodable, Sendable {
    struct Registration: Encodable, Sendable {
      struct Options: Encodable, Sendable {
        struct Watcher: Encodable, Sendable {
          var globPattern: String
        }

        var watchers: [Watcher]
      }

      var id: String
      var method: String
      var registerOptions: Options
    }

    var registrations: [Registration]
  }
}
