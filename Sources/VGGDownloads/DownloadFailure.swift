/// The reason why a file could not be fetched, in a whole sentence.
package struct DownloadFailure: Error, Hashable {
  package enum Kind: Hashable, Sendable {
    /// The network, the server or the data that it sent.
    case unavailable
    /// The destination of the file.
    case unwritable
  }

  package let kind: Kind
  package let reason: String

  package init(_ kind: Kind, _ reason: String) {
    self.kind = kind
    self.reason = reason
  }
}
