extension LSP {
  struct InitializeParams: Decodable, Sendable {
    var capabilities: ClientCapabilities
    /// The language of the client's user interface, as an IETF tag: `ko`, `en-US`.
    var locale: String?
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

      var completion: Completion?
      var hover: Hover?
      var documentSymbol: Symbol?
      var publishDiagnostics: Diagnostics?
    }

    struct Workspace: Decodable, Sendable {
      struct WatchedFiles: Decodable, Sendable {
        var dynamicRegistration: Bool?
      }

      var didChangeWatchedFiles: WatchedFiles?
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

    var positionEncoding: PositionEncoding
    var textDocumentSync = TextDocumentSync()
    var hoverProvider = true
    var completionProvider = Completion()
    var definitionProvider = true
    var documentSymbolProvider = true
    var codeActionProvider = CodeAction()
    var inlayHintProvider = true
    var documentFormattingProvider = true
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
