/// The messages of the language server protocol, version 3.17: only the parts that this server reads or
/// writes.
///
/// Names are the protocol's. Properties that a client may omit are optional; properties that the server
/// never reads are left out.
package enum LSP {}

extension LSP {
  /// A line and a character, both from 0; ``PositionEncoding`` defines the unit of characters.
  package struct Position: Codable, Hashable, Sendable {
    package var line: Int
    package var character: Int
  }

  /// A half-open range of positions.
  package struct Range: Codable, Hashable, Sendable {
    package var start: Position
    package var end: Position
  }

  package struct Location: Codable, Hashable, Sendable {
    package var uri: String
    package var range: Range
  }

  package struct TextEdit: Codable, Hashable, Sendable {
    package var range: Range
    package var newText: String
  }

  struct WorkspaceEdit: Encodable, Sendable {
    struct DocumentEdit: Encodable, Sendable {
      struct Document: Encodable, Sendable {
        var uri: String
        /// Written as null if the client has not told the version.
        var version: Int?

        private enum CodingKeys: CodingKey { case uri, version }

        func encode(to encoder: any Encoder) throws {
          var container = encoder.container(keyedBy: CodingKeys.self)
          try container.encode(uri, forKey: .uri)
          try container.encode(version, forKey: .version)
        }
      }

      var textDocument: Document
      var edits: [TextEdit]
    }

    /// The edits by document URI.
    var changes: [String: [TextEdit]]?
    /// The edits of versions of documents, in place of `changes`.
    var documentChanges: [DocumentEdit]?

    init(changes: [String: [TextEdit]]) { self.changes = changes }

    /// Edits of one document, with its version if the client uses it.
    init(_ edits: [TextEdit], of document: OpenDocument, for client: Client) {
      if client.takesVersionedEdits {
        let text = DocumentEdit.Document(uri: document.uri, version: document.version)
        documentChanges = [DocumentEdit(textDocument: text, edits: edits)]
      } else {
        changes = [document.uri: edits]
      }
    }
  }

  package struct MarkupContent: Encodable, Hashable, Sendable {
    package enum Kind: String, Codable, Sendable {
      case plaintext
      case markdown
    }

    package var kind: Kind
    package var value: String
  }

  struct TextDocumentIdentifier: Decodable, Sendable {
    var uri: String
  }

  /// The parameters of most requests: a document and a position.
  struct TextDocumentPositionParams: Decodable, Sendable {
    var textDocument: TextDocumentIdentifier
    var position: Position
  }

  struct DocumentParams: Decodable, Sendable {
    var textDocument: TextDocumentIdentifier
  }
}
