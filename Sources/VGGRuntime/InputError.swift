/// The reason why an input of a network could not be read or used.
public struct InputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failure: the file could not be read at all, or has the wrong contents.
  public enum Kind: Hashable, Sendable {
    /// The file cannot be opened or read, or is larger than such a file may be.
    case unreadable
    /// The bytes are not as the format or the network requires.
    case malformed
  }

  /// The kind of failure.
  public let kind: Kind
  /// The file's path; `nil` for bytes that come from no file.
  public let file: String?
  /// The reason, with a remedy if that helps.
  public let reason: String

  package init(_ kind: Kind, file: String? = nil, _ reason: String) {
    self.kind = kind
    self.file = file
    self.reason = reason
  }

  /// For example: `cat.ppm: the file ends after 12 of 3072 bytes of pixels`.
  public var description: String {
    (file.map { "\($0): " } ?? "") + reason
  }
}
