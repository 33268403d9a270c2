import VGGDiagnostics

/// A file as its author wrote it: the tree with anchors, aliases and brackets as written, and
/// the comments, which a ``SyntaxNode`` does not have.
///
/// Offsets are UTF-8, from the file's first byte.
package struct WrittenDocument: Sendable {
  package let file: SourceFile
  /// `nil` if there are only comments.
  package let root: WrittenNode?
  /// In the order of the text.
  package let comments: [WrittenComment]
  /// `%YAML 1.2`.
  package let directives: [String]
  /// The offset of `---`, if there is one.
  package let start: Int?
}

/// A comment from its `#` to the end of its line, without the space there.
package struct WrittenComment: Sendable {
  package let start: Int
  package let text: String
}

/// A value as it is written.
package struct WrittenNode: Sendable {
  package enum Content: Sendable {
    case scalar(Scalar)
    /// The alias with its `*`.
    case alias(String)
    case sequence([WrittenNode])
    case mapping([WrittenEntry])
  }

  package let content: Content
  /// `&anchor` and `!tag`, as written.
  package let properties: [String]
  /// Whether it is in brackets.
  package let isFlow: Bool
  /// The start of the properties, or of the content if there are none.
  package let start: Int
  package let contentStart: Int
  package let end: Int

  /// Whether it is a list or a mapping that is laid out by lines.
  package var isBlock: Bool {
    switch content {
    case .scalar, .alias: false
    case .sequence, .mapping: !isFlow
    }
  }
}

/// One `key: value` of a mapping, as it is written.
package struct WrittenEntry: Sendable {
  package let key: WrittenNode
  package let value: WrittenNode
}
