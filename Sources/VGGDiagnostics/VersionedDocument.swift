/// A JSON object with the version of its kind of document under `format_version`.
package struct VersionedDocument<Content: Encodable>: Encodable {
  private let kind: DocumentKind
  private let content: Content

  /// - Parameter content: A value that is encoded as an object.
  package init(_ kind: DocumentKind, _ content: Content) {
    self.kind = kind
    self.content = content
  }

  private enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
  }

  package func encode(to encoder: any Encoder) throws {
    try content.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind.formatVersion, forKey: .formatVersion)
  }
}

/// A document as indented JSON with its version and its keys sorted; ends with a line break.
///
/// - Throws: `EncodingError` if `content` holds a number that JSON cannot express, such as NaN.
package func documentText(_ kind: DocumentKind, _ content: some Encodable) throws -> String {
  try jsonText(VersionedDocument(kind, content))
}
