/// Why a file could not be had, in a whole sentence.
package struct DownloadFailure: Error, Hashable {
  package enum Kind: Hashable, Sendable {
    /// The network, the server or what it sent.
    case unavailable
    /// The place where the file is to be kept.
    case unwritable
  }

  package let kind: Kind
  package let reason: String

  package init(_ kind: Kind, _ reason: String) {
    self.kind = kind
    self.reason = reason
  }
}
