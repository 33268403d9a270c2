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
    case remark(DownloadRemark)
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
    if isResumed { tell(.remark(.resuming(after: partial.size))) }
    var requests = 0
    try receive(into: partial, requests: &requests, tell)
    if try isWhole(partial) { return try partial.move(to: path) }
    guard isResumed else { throw wrongHash(partial) }
    // Its beginning may have come from elsewhere, or may be damaged.
    tell(.remark(.otherBeginning))
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
        if let excess { throw tooMuch(partial, limit: excess, isAnnounced: false) }
        throw DownloadFailure(
          .unwritable,
          .interruptedWriting(partial.path, reason: failure, kept: partial.size))
      case .tooLarge: throw tooMuch(partial, limit: most, isAnnounced: true)
      case .notResumable where start > 0:
        // Either the file is already complete, or the server has another file or does not support range
        // requests.
        if try isWhole(partial) { return }
        guard requests < Self.mostRequests else {
          throw unavailable(.notResumable, kept: partial.size)
        }
        tell(.remark(.notResumable))
        try partial.empty()
      case .notResumable, .unreachable, .refused, .senseless:
        if start == 0, received == 0 { partial.remove() }
        throw unavailable(obstacle(outcome), kept: nil)
      case .interrupted(let reason):
        attempt = received > start ? 1 : attempt + 1
        guard attempt < Self.patience, requests < Self.mostRequests else {
          throw unavailable(.curl(reason), kept: partial.size)
        }
        tell(.remark(.connectionLost(reason)))
        pause(attempt)
      }
    }
  }

  private func unavailable(
    _ obstacle: DownloadFailure.Obstacle, kept: Int?
  ) -> DownloadFailure {
    DownloadFailure(.unavailable, .unavailable(url: url, obstacle, kept: kept))
  }

  private func tooMuch(_ partial: PartialFile, limit: Int, isAnnounced: Bool) -> DownloadFailure {
    partial.remove()
    return DownloadFailure(
      .unavailable, .tooMuch(url: url, limit: limit, isAnnounced: isAnnounced))
  }

  private func obstacle(_ outcome: Curl.Outcome) -> DownloadFailure.Obstacle {
    switch outcome {
    case .unreachable(let obstacle): obstacle
    case .refused(status: 404): .noSuchFile
    case .refused(let status): .refused(status: status)
    case .complete, .stopped, .notResumable, .tooLarge, .senseless, .interrupted: .invalidResponse
    }
  }

  private func wrongHash(_ partial: PartialFile) -> DownloadFailure {
    let found = (try? partial.digest()) ?? ""
    partial.remove()
    return DownloadFailure(
      .unavailable,
      .wrongHash(
        url: url, found: String(found.prefix(digest.count)), wanted: digest,
        isWhole: isWholeDigestKnown))
  }

  /// Whether all 64 digits of the SHA-256 are compared.
  package var isWholeDigestKnown: Bool { digest.count == 64 }
}
