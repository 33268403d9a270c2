import VGGFiles

/// The reason why a file could not be fetched.
package struct DownloadFailure: Error, Hashable {
  package enum Kind: Hashable, Sendable {
    /// The network, the server or the data that it sent.
    case unavailable
    /// The destination of the file.
    case unwritable
  }

  package enum Fault: Hashable, Sendable {
    case unreadable(String, UnreadableFile.Cause)
    /// The system's reason.
    case unwritable(String, reason: String)
    /// A path whose file is not a regular one.
    case irregularFile(String)
    /// Bytes that cannot be written; those received so far are kept.
    case interruptedWriting(String, reason: String?, kept: Int)
    /// Another process that is downloading to the path.
    case inUse(String)
    /// A file that was replaced while it was downloaded.
    case replaced(String)
    /// A different file at the path that the user named.
    case otherFile(String)
    /// An address that cannot be fetched.
    ///
    /// - Parameter kept: The number of bytes that are kept for the next fetch; `nil` if none are.
    case unavailable(url: String, Obstacle, kept: Int?)
    /// More bytes than the file has; the partial download was deleted.
    case tooMuch(url: String, limit: Int, isAnnounced: Bool)
    /// Another SHA-256 than the published one; the download was deleted.
    ///
    /// - Parameter isWhole: Whether all digits of the SHA-256 are known, not only the first.
    case wrongHash(url: String, found: String, wanted: String, isWhole: Bool)
  }

  /// The reasons why a request fails.
  package enum Obstacle: Hashable, Sendable {
    case noCurl
    /// The system's reason.
    case curlNotStarted(String)
    /// A failure that curl describes only by its exit status.
    case curlStatus(Int32)
    /// curl's own words.
    case curl(String)
    case noSuchFile
    case refused(status: Int)
    case invalidResponse
    case notResumable
  }

  package let kind: Kind
  package let fault: Fault

  package init(_ kind: Kind, _ fault: Fault) {
    self.kind = kind
    self.fault = fault
  }
}

extension DownloadFailure {
  /// The reason in English, in a whole sentence.
  package var reason: String {
    switch fault {
    case .unreadable(let path, let cause): "cannot read \(path): \(cause.reason)"
    case .unwritable(let path, let reason): "cannot write \(path): \(reason)"
    case .irregularFile(let path): "cannot write \(path): it is not a regular file; remove it"
    case .interruptedWriting(let path, let reason, let kept):
      "cannot write \(path): \(reason ?? "it was stopped"); \(Self.hint(kept))"
    case .inUse(let path): "another process is downloading \(path)"
    case .replaced(let path): "\(path) was replaced while it was downloaded"
    case .otherFile(let path): "\(path) exists, and is a different file; move it"
    case .unavailable(let url, let obstacle, let kept):
      "cannot fetch \(url): \(obstacle.reason)" + (kept.map { "; \(Self.hint($0))" } ?? "")
    case .tooMuch(let url, let limit, let isAnnounced):
      "\(url) is not the expected file: the server \(isAnnounced ? "announces" : "sent") more than "
        + "\(limit) bytes; deleted the partial download"
    case .wrongHash(let url, let found, let wanted, let isWhole):
      "\(url) is not the expected file: its SHA-256 \(isWhole ? "is" : "starts with") \(found), not "
        + "\(isWhole ? "" : "with ")\(wanted); deleted the download"
    }
  }

  private static func hint(_ kept: Int) -> String {
    "the \(kept) bytes received are kept, and the next fetch resumes from there"
  }
}

extension DownloadFailure.Obstacle {
  /// The reason in English.
  package var reason: String {
    switch self {
    case .noCurl: "curl, which downloads files, is not installed"
    case .curlNotStarted(let reason): "cannot start curl: \(reason)"
    case .curlStatus(let status): "curl exited with status \(status)"
    case .curl(let words): words
    case .noSuchFile: "the server has no such file (404)"
    case .refused(let status): "the server refused the request with status \(status)"
    case .invalidResponse: "the server's response is invalid"
    case .notResumable: "the download cannot be resumed"
    }
  }
}
