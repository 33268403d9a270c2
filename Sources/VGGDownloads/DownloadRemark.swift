/// A remark on a download, for the user.
package enum DownloadRemark: Hashable, Sendable {
  /// A download that resumes after the bytes that are there.
  case resuming(after: Int)
  /// A partial file with other bytes than the beginning of the file; all of it is downloaded.
  case otherBeginning
  /// A server that sends whole files only; the whole file is downloaded.
  case notResumable
  /// A lost connection; the download resumes.
  ///
  /// - Parameter reason: curl's words.
  case connectionLost(String)

  /// The remark in English.
  package var inWords: String {
    switch self {
    case .resuming(let count): "resuming after the first \(count) bytes"
    case .otherBeginning:
      "the partial file is not the beginning of this file; downloading all of it"
    case .notResumable: "the server cannot resume the download; downloading the whole file"
    case .connectionLost(let reason): "the connection was lost (\(reason)); resuming"
    }
  }
}
