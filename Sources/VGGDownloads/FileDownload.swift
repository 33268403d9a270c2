import VGGFiles

/// A file that is known by how its SHA-256 starts, from where it can be had to where it is kept.
///
/// Nothing stands at `path` but a file whose hash is right: until then what has arrived is in
/// `path.part`, where the next download goes on.
package struct FileDownload: Sendable {
  package let url: String
  package let path: String
  /// Lower-case hexadecimal digits.
  package let hashPrefix: String

  package init(url: String, path: String, hashPrefix: String) {
    self.url = url
    self.path = path
    self.hashPrefix = hashPrefix
  }

  /// What is told while it goes on.
  package enum Event {
    /// So many bytes of the file are there, of so many where the server has said it.
    case received(Int, total: Int?)
    /// Something that the user should know.
    case remark(String)
  }

  /// How often a connection may break off before anything more arrives.
  private static let patience = 3

  /// Whether what is at the path is the file.
  ///
  /// - Throws: ``DownloadFailure`` where it cannot be read.
  package func isThere() throws(DownloadFailure) -> Bool {
    guard FileKind(of: path) != nil else { return false }
    return try fileDigest(path).hasPrefix(hashPrefix)
  }

  /// Downloads what is not there yet, and puts the file in its place once its hash is right.
  package func run(_ tell: (Event) -> Void) throws(DownloadFailure) {
    let partial = try PartialFile(path: path + ".part")
    let isResumed = partial.size > 0
    if isResumed { tell(.remark("going on after the first \(partial.size) bytes")) }
    try receive(into: partial, tell)
    if try isWhole(partial) { return try partial.move(to: path) }
    guard isResumed else { throw wrongHash(partial) }
    // Its beginning may have come from elsewhere, or have been damaged.
    tell(.remark("what was there is not the beginning of this file; downloading all of it"))
    try partial.empty()
    try receive(into: partial, tell)
    guard try isWhole(partial) else { throw wrongHash(partial) }
    try partial.move(to: path)
  }

  private func isWhole(_ partial: PartialFile) throws(DownloadFailure) -> Bool {
    try fileDigest(partial.path).hasPrefix(hashPrefix)
  }

  /// Asks for what is missing until all is there.
  private func receive(
    into partial: PartialFile, _ tell: (Event) -> Void
  ) throws(DownloadFailure) {
    var attempt = 0
    while true {
      let start = partial.size
      var received = start
      var failure: String?
      let outcome = Curl(url: url, offset: start).run { bytes, total in
        if !bytes.isEmpty { failure = partial.append(bytes) }
        received += bytes.count
        tell(.received(received, total: total))
        return failure == nil
      }
      switch outcome {
      case .complete: return
      case .stopped:
        throw DownloadFailure(
          .unwritable,
          "cannot write \(partial.path): \(failure ?? "it was stopped"); \(hint(partial))")
      case .notResumable where start > 0:
        // Either all of it is there already, or the server has another file or sends no parts.
        if try isWhole(partial) { return }
        tell(.remark("the server does not go on with a file; downloading all of it"))
        try partial.empty()
      case .notResumable, .unreachable, .refused, .noCurl:
        if start == 0, received == 0 { partial.remove() }
        throw DownloadFailure(.unavailable, "cannot fetch \(url): \(reason(outcome))")
      case .interrupted(let reason):
        attempt = received > start ? 1 : attempt + 1
        guard attempt < Self.patience else {
          throw DownloadFailure(
            .unavailable, "cannot fetch \(url): \(reason); \(hint(partial))")
        }
        tell(.remark("the connection broke off (\(reason)); going on"))
        Platform.pause(seconds: attempt)
      }
    }
  }

  private func reason(_ outcome: Curl.Outcome) -> String {
    switch outcome {
    case .unreachable(let reason), .noCurl(let reason): reason
    case .refused(status: 404): "the server has no such file (404)"
    case .refused(let status): "the server refused it with status \(status)"
    case .complete, .stopped, .notResumable, .interrupted: "the server's answer makes no sense"
    }
  }

  private func hint(_ partial: PartialFile) -> String {
    "the \(partial.size) bytes that arrived are kept, and the next fetch goes on from there"
  }

  private func wrongHash(_ partial: PartialFile) -> DownloadFailure {
    let digest = (try? fileDigest(partial.path)) ?? ""
    partial.remove()
    return DownloadFailure(
      .unavailable,
      "what \(url) sent is not the file: its SHA-256 starts with \(digest.prefix(hashPrefix.count)), not with "
        + "\(hashPrefix); it is deleted")
  }
}
