extension LSP {
  struct DidOpenParams: Decodable, Sendable {
    struct Item: Decodable, Sendable {
      var uri: String
      var version: Int?
      var text: String
    }

    var textDocument: Item
  }

  struct DidChangeParams: Decodable, Sendable {
    struct Document: Decodable, Sendable {
      var uri: String
      var version: Int?
    }

    var textDocument: Document
    var contentChanges: [ContentChange]
  }

  /// A range of the text and its replacement; without a range, the whole new text.
  package struct ContentChange: Decodable, Sendable {
    package var range: Range?
    package var text: String

    package init(range: Range?, text: String) {
      self.range = range
      self.text = text
    }
  }
}
