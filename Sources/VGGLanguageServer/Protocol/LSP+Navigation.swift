extension LSP {
  // MARK: - Occurrences

  struct ReferenceParams: Decodable, Sendable {
    struct Context: Decodable, Sendable {
      var includeDeclaration: Bool
    }

    var textDocument: TextDocumentIdentifier
    var position: Position
    var context: Context
  }

  package struct DocumentHighlight: Encodable, Hashable, Sendable {
    package enum Kind: Int, Encodable, Sendable {
      case read = 2
      case write = 3
    }

    package var range: Range
    package var kind: Kind
  }

  struct RenameParams: Decodable, Sendable {
    var textDocument: TextDocumentIdentifier
    var position: Position
    var newName: String
  }

  package struct RenameTarget: Encodable, Hashable, Sendable {
    package var range: Range
    package var placeholder: String
  }

  // MARK: - Links

  struct DocumentLink: Encodable, Hashable, Sendable {
    var range: Range
    var target: String
  }

  // MARK: - Ranges of text

  package struct FoldingRange: Encodable, Hashable, Sendable {
    package enum Kind: String, Encodable, Sendable {
      case comment
    }

    package var startLine: Int
    package var endLine: Int
    package var kind: Kind?
  }

  struct SelectionRangeParams: Decodable, Sendable {
    var textDocument: TextDocumentIdentifier
    var positions: [Position]
  }

  /// Ranges around a position, the innermost first.
  package struct SelectionRange: Encodable, Hashable, Sendable {
    package var ranges: [Range]

    private enum CodingKeys: CodingKey { case range, parent }

    package func encode(to encoder: any Encoder) throws {
      guard let range = ranges.first else { return }
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(range, forKey: .range)
      if ranges.count > 1 {
        try container.encode(SelectionRange(ranges: Array(ranges.dropFirst())), forKey: .parent)
      }
    }
  }

  // MARK: - Workspaces

  struct WorkspaceSymbolParams: Decodable, Sendable {
    var query: String
  }

  struct DidChangeWorkspaceFoldersParams: Decodable, Sendable {
    struct Event: Decodable, Sendable {
      var added: [WorkspaceFolder]
      var removed: [WorkspaceFolder]
    }

    var event: Event
  }

  // MARK: - Tokens, lenses and formatting

  /// The parameters of requests about a part of a document.
  struct RangeParams: Decodable, Sendable {
    var textDocument: TextDocumentIdentifier
    var range: Range
  }

  struct SemanticTokens: Encodable, Hashable, Sendable {
    /// Five numbers per token: lines and characters from the token before it, length, type and modifiers.
    var data: [Int]
  }

  struct CodeLens: Encodable, Hashable, Sendable {
    struct Command: Encodable, Hashable, Sendable {
      var title: String
      /// Empty: the lens has nothing to run.
      var command = ""
    }

    var range: Range
    var command: Command
  }
}
