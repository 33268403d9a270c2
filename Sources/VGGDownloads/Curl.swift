import VGGFiles

/// One request for a file's bytes, made with the system's curl, which handles proxies, certificates and
/// every version of HTTP.
struct Curl {
  let url: String
  /// The number of bytes at the start of the file that are already there.
  let offset: Int
  /// The most bytes that the server may announce. A server without range requests announces the whole
  /// file.
  let most: Int

  /// The result of a request.
  enum Outcome: Hashable {
    case complete
    /// The receiver stopped it.
    case stopped
    /// The server answered with this status, 400 or more.
    case refused(status: Int)
    /// The server sends whole files only, or reports that no bytes follow the offset.
    case notResumable
    /// The server announced more than the maximum.
    case tooLarge
    /// The server sent an implausibly large header.
    case senseless
    /// The connection broke off; resuming may help.
    case interrupted(String)
    /// The server does not exist, or cannot be reached, or curl itself cannot be run.
    case unreachable(DownloadFailure.Obstacle)
  }

  /// Makes the request.
  ///
  /// - Parameter receive: Takes the bytes after the offset, piece by piece, and the file's total size
  ///   once the server has announced it; pieces may be empty. It returns whether to continue.
  func run(_ receive: (UnsafeRawBufferPointer, _ total: Int?) -> Bool) -> Outcome {
    var headers = ResponseHeaders()
    var errors = ""
    var hasStopped = false
    var isSenseless = false
    do throws(ChildProcess.SpawnFailure) {
      let status = try ChildProcess.run(words) { stream, bytes in
        switch stream {
        case .errors:
          let text = String(decoding: bytes, as: UTF8.self)
          headers.append(text)
          errors += text
          isSenseless = errors.utf8.count > Self.mostOfHeaders
        case .output: hasStopped = !receive(bytes, headers.total)
        }
        return !hasStopped && !isSenseless
      }
      if isSenseless { return .senseless }
      return hasStopped
        ? .stopped : outcome(ofStatus: status, headers, message: message(in: errors))
    } catch {
      return .unreachable(error.isMissing ? .noCurl : .curlNotStarted(error.reason))
    }
  }

  /// The size limit, in bytes, of all response headers of a request plus curl's messages.
  private static let mostOfHeaders = 1 << 20

  /// The command line. curl ignores `~/.curlrc`, and follows HTTPS addresses only to HTTPS addresses.
  var words: [String] {
    let protocols = url.lowercased().hasPrefix("https:") ? "=https" : "=http,https"
    var words = [
      // curl accepts it only as the first option.
      "curl", "--disable", "--silent", "--show-error", "--fail", "--location", "--globoff",
      "--no-buffer",
      // The header comes with the errors, separate from the file.
      "--dump-header", "/dev/stderr", "--proto", protocols, "--proto-redir", protocols,
      "--max-redirs", "10",
      "--connect-timeout", "30", "--speed-limit", "1", "--speed-time", "60",
      "--max-filesize", String(most),
    ]
    if offset > 0 { words += ["--continue-at", String(offset)] }
    return words + ["--url", url]
  }

  /// Maps curl's exit codes, as its manual lists them.
  private func outcome(
    ofStatus code: Int32, _ headers: ResponseHeaders, message: String
  ) -> Outcome {
    switch code {
    case 0: .complete
    case 22:
      headers.status == 416 && offset > 0
        ? .notResumable : .refused(status: headers.status ?? 400)
    case 33, 36: .notResumable
    case 63: .tooLarge
    case 16, 18, 28, 52, 55, 56, 92, 95, 96: .interrupted(message)
    default: .unreachable(message.isEmpty ? .curlStatus(code) : .curl(message))
    }
  }

  /// The text of curl's error message: `Could not resolve host: download.pytorch.org`.
  private func message(in text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).last { $0.hasPrefix("curl: ") } ?? ""
    guard let end = line.firstIndex(of: ")") else { return "" }
    return String(line[line.index(after: end)...].drop { $0 == " " })
  }
}
