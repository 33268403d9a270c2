import VGGFiles

/// The download of a file, identified by its SHA-256 or the first digits of it, from a URL to a path.
///
/// Only a file with the right hash is ever at `path`: until then, the bytes received are in `path.part`,
/// where the next download resumes.
package struct FileDownload: Sendable {
  package let url: String
  package let path: String
  /// The SHA-256 of the file, or its first digits: lower-case, hexadecimal.
  package let digest: String
  /// The most bytes that the file may have.
  package let most: Int
  /// Waits this many seconds.
  private let pause: @Sendable (Int) -> Void

  package init(
    url: String, path: String, digest: String, most: Int,
    pause: @escaping @Sendable (Int) -> Void = { Platform.pause(seconds: $0) }
  ) {
    self.url = url
    self.path = path
    self.digest = digest
    self.most = most
    self.pause = pause
  }

  /// An event during the download.
  package enum Event {
    /// The bytes of the file that are there, and the total if the server has announced it.
    case received(Int, total: Int?)
    /// A remark for the user.
    case remark(String)
  }

  /// The number of times that a connection may break off in a row without new bytes.
  private static let patience = 3
  /// The most requests made for one file, however many bytes each brings.
  private static let mostRequests = 20

  /// Whether the file is already at the path.
  ///
  /// - Throws: ``DownloadFailure`` if it cannot be read.
  package func isThere() throws(DownloadFailure) -> Bool {
    // Reading a pipe would block.
    guard FileKind(of: path) == .file else { return false }
    return try fileDigest(path).hasPrefix(digest)
  }

  /// Downloads the missing bytes, and moves the file to its place once its hash is right.
  package func run(_ tell: (Event) -> Void) throws(DownloadFailure) {
    let partial = try PartialFile(path: path + ".part")
    if partial.size > most { try partial.empty() }
    let isResumed = partial.size > 0
    if isResumed { tell(.remark("resuming after the first \(partial.size) bytes")) }
    var requests = 0
    try receive(into: partial, requests: &requests, tell)
    if try isWhole(partial) { return try partial.move(to: path) }
    guard isResumed else { throw wrongHash(partial) }
    // Its beginning may have come from elsewhere, or may be damaged.
    tell(.remark("the partial file is not the beginning of this file; downloading all of it"))
    try partial.empty()
    try receive(into: partial, requests: &requests, tell)
    guard try isWhole(partial) else { throw wrongHash(partial) }
    try partial.move(to: path)
  }

  private func isWhole(_ partial: PartialFile) throws(DownloadFailure) -> Bool {
    try partial.digest().hasPrefix(digest)
  }

  /// Requests the missing bytes until the file is complete.
  private func receive(
    into partial: PartialFile, requests: inout Int, _ tell: (Event) -> Void
  ) throws(DownloadFailure) {
    var attempt = 0
    while true {
      let start = partial.size
      var received = start
      var failure: String?
      var excess: Int?
      requests += 1
      let outcome = Curl(url: url, offset: start, most: most).run { bytes, total in
        let bound = min(total ?? most, most)
        guard bytes.count <= bound - received else {
          excess = bound
          return false
        }
        if !bytes.isEmpty { failure = partial.append(bytes) }
        received += bytes.count
        tell(.received(received, total: total))
        return failure == nil
      }
      switch outcome {
      case .complete: return
      case .stopped:
        if let excess { throw tooMuch(partial, "sent more than \(excess) bytes") }
        throw DownloadFailure(
          .unwritable,
          "cannot write \(partial.path): \(failure ?? "it was stopped"); \(hint(partial))")
      case .tooLarge: throw tooMuch(partial, "announces more than \(most) bytes")
      case .notResumable where start > 0:
        // Either the file is already complete, or the server has another file or does not support range
        // requests.
        if try isWhole(partial) { return }
        guard requests < Self.mostRequests else {
          throw unavailable("the download cannot be resumed", partial)
        }
        tell(.remark("the server cannot resume the download; downloading the whole file"))
        try partial.empty()
      case .notResumable, .unreachable, .refused, .noCurl, .senseless:
        if start == 0, received == 0 { partial.remove() }
        throw DownloadFailure(.unavailable, "cannot fetch \(url): \(reason(outcome))")
      case .interrupted(let reason):
        attempt = received > start ? 1 : attempt + 1
        guard attempt < Self.patience, requests < Self.mostRequests else {
          throw unavailable(reason, partial)
        }
        tell(.remark("the connection was lost (\(reason)); resuming"))
        pause(attempt)
      }
    }
  }

  private func unavailable(_ reason: String, _ partial: PartialFile) -> DownloadFailure {
    DownloadFailure(.unavailable, "cannot fetch \(url): \(reason); \(hint(partial))")
  }

  private func tooMuch(_ partial: PartialFile, _ what: String) -> DownloadFailure {
    partial.remove()
    return DownloadFailure(
      .unavailable,
      "\(url) is not the expected file: the server \(what); deleted the partial download")
  }

  private func reason(_ outcome: Curl.Outcome) -> String {
    switch outcome {
    case .unreachable(let reason), .noCurl(let reason): reason
    case .refused(status: 404): "the server has no such file (404)"
    case .refused(let status): "the server refused the request with status \(status)"
    case .complete, .stopped, .notResumable, .tooLarge, .senseless, .interrupted:
      "the server's response is invalid"
    }
  }

  private func hint(_ partial: PartialFile) -> String {
    "the \(partial.size) bytes received are kept, and the next fetch resumes from there"
  }

  private func wrongHash(_ partial: PartialFile) -> DownloadFailure {
    let found = (try? partial.digest()) ?? ""
    partial.remove()
    let verb = isWholeDigestKnown ? "is" : "starts with"
    return DownloadFailure(
      .unavailable,
      "\(url) is not the expected file: its SHA-256 \(verb) \(found.prefix(digest.count)), not "
        + "\(isWholeDigestKnown ? "" : "with ")\(digest); deleted the download")
  }

  /// Whether all 64 digits of the SHA-256 are compared.
  package var isWholeDigestKnown: Bool { digest.count == 64 }
}
