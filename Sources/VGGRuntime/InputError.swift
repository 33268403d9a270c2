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
  /// The fault, from which a phrasebook makes its words.
  package let fault: InputFault

  package init(_ kind: Kind, file: String? = nil, _ fault: InputFault) {
    self.kind = kind
    self.file = file
    self.fault = fault
  }

  /// An error about a format's details, which every language has in English.
  package init(_ kind: Kind, file: String? = nil, _ detail: String) {
    self.init(kind, file: file, .detail(detail))
  }

  /// The reason in English, with a remedy if that helps.
  public var reason: String { fault.reason }

  /// For example: `cat.ppm: the file ends after 12 of 3072 bytes of pixels`.
  public var description: String {
    (file.map { "\($0): " } ?? "") + reason
  }
}
