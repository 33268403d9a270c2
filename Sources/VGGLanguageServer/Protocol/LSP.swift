/// The messages of the language server protocol, version 3.17: the parts that this server reads or
/// writes, and no more.
///
/// Names are the protocol's. What a client may leave out is optional here, and what the server never
/// reads is not here.
package enum LSP {}

extension LSP {
  /// Line and character from 0; what a character is, ``PositionEncoding`` says.
  package struct Position: Codable, Hashable, Sendable {
    package var line: Int
    package var character: Int
  }

  /// Half open.
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
    /// By document.
    var changes: [String: [TextEdit]]
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

  /// What most requests say of the place they ask about.
  struct TextDocumentPositionParams: Decodable, Sendable {
    var textDocument: TextDocumentIdentifier
    var position: Position
  }

  struct DocumentParams: Decodable, Sendable {
    var textDocument: TextDocumentIdentifier
  }
}
