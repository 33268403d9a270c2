import VGGDiagnostics
import VGGFindings

/// A YAML value with its place in the text.
///
/// For an alias, the node is the anchored value with the range of the alias, so that
/// messages and fix-its point at the place of use.
package struct SyntaxNode: Sendable {
  package enum Content: Sendable {
    case scalar(Scalar)
    case sequence([SyntaxNode])
    case mapping([SyntaxEntry])
    /// Parsing has reported an error here; nothing more needs to be reported about it.
    case reported
  }

  package var range: SourceRange
  package var content: Content

  package init(_ content: Content, at range: SourceRange) {
    self.content = content
    self.range = range
  }
}

/// One `key: value` of a mapping.
package struct SyntaxEntry: Sendable {
  package var key: Spanned<String>
  package var value: SyntaxNode

  package init(key: Spanned<String>, value: SyntaxNode) {
    self.key = key
    self.value = value
  }

  /// From the key's first character to the value's last.
  package var range: SourceRange { key.range.extended(to: value.range) }
}

extension SyntaxNode {
  /// A mapping's entries; any other value has none.
  package var entries: [SyntaxEntry] {
    if case .mapping(let entries) = content { entries } else { [] }
  }

  /// Whether the value is absent, as after `{key}`.
  var isMissing: Bool {
    if case .scalar(let scalar) = content { range.isEmpty && scalar.isPlain } else { false }
  }

  /// The node's kind, for findings.
  package var kind: ValueKind {
    switch content {
    case .sequence: .list
    case .mapping: .mapping
    case .scalar(let scalar): scalar.kind
    case .reported: .unread
    }
  }
}
