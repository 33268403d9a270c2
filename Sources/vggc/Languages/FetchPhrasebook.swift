import VGGCommandLine
import VGGDiagnostics
import VGGDownloads
import VGGFiles
import VGGPhrasebooks

/// The messages of `vggc weights fetch`.
protocol FetchPhrasebook: Sendable {
  func downloading(_ address: String) -> String
  func downloadsAgain(_ file: String) -> String
  var digestIsPartlyKnown: String { get }
  var noHomeFolder: String { get }
  /// The line with the progress, such as
  /// `vgg16-397923af.pth [############            ] 264 of 528 MiB, 11.3 MiB/s, 24 s left`.
  func line(for progress: DownloadProgress) -> String
  func words(for remark: DownloadRemark) -> String
  func words(for failure: DownloadFailure) -> String
}

extension English: FetchPhrasebook {
  func downloading(_ address: String) -> String { "downloading \(address)" }

  func downloadsAgain(_ file: String) -> String { "\(file) is damaged; downloading it again" }

  var digestIsPartlyKnown: String {
    "only the first 32 bits of this file's SHA-256 are known, and they match; this detects damage, not forgery"
  }

  var noHomeFolder: String {
    "there is no home folder for the cache; name a file or folder with -o PATH"
  }

  func line(for progress: DownloadProgress) -> String {
    let received = progress.received >> 20
    guard let bar = progress.bar, let size = progress.size else {
      return "\(progress.title) \(received) MiB, \(progress.speed)"
    }
    return "\(progress.title) [\(bar)] \(received) of \(size >> 20) MiB, \(progress.speed)"
      + (progress.secondsLeft.map { ", \($0) s left" } ?? "")
  }

  func words(for remark: DownloadRemark) -> String { remark.inWords }

  func words(for failure: DownloadFailure) -> String { failure.reason }
}

extension Korean: FetchPhrasebook {
  func downloading(_ address: String) -> String { "내려받는 주소: \(address)" }

  func downloadsAgain(_ file: String) -> String { "\(file) 파일이 손상되어 다시 내려받습니다" }

  var digestIsPartlyKnown: String {
    "이 파일의 SHA-256은 첫 32비트만 알려져 있고 그 부분은 맞습니다. 손상은 찾지만 위조는 찾지 못합니다"
  }

  var noHomeFolder: String { "캐시를 둘 홈 폴더가 없습니다. -o PATH로 파일이나 폴더를 지정하세요" }

  func line(for progress: DownloadProgress) -> String {
    let received = progress.received >> 20
    guard let bar = progress.bar, let size = progress.size else {
      return "\(progress.title) \(received) MiB 받음, \(progress.speed)"
    }
    return "\(progress.title) [\(bar)] \(received)/\(size >> 20) MiB, \(progress.speed)"
      + (progress.secondsLeft.map { ", \($0)초 남음" } ?? "")
  }

  func words(for remark: DownloadRemark) -> String {
    switch remark {
    case .resuming(let count): "이미 받은 \(grouped(count))바이트 다음부터 이어서 받습니다"
    case .otherBeginning: "받다가 만 파일이 이 파일의 앞부분이 아니어서 처음부터 다시 받습니다"
    case .notResumable: "이어받기를 지원하지 않는 서버여서 처음부터 다시 받습니다"
    case .connectionLost(let reason): "연결이 끊겨 이어서 받습니다: \(reason)"
    }
  }

  func words(for failure: DownloadFailure) -> String {
    switch failure.fault {
    case .unreadable(let path, let cause): "\(path) 파일을 읽을 수 없습니다: \(words(for: cause))"
    case .unwritable(let path, let reason): cannotWrite(path, .system(reason))
    case .irregularFile(let path): "\(path) 경로에 있는 것이 일반 파일이 아닙니다. 지우세요"
    case .interruptedWriting(let path, let reason, let kept):
      (reason.map { cannotWrite(path, .system($0)) } ?? "\(path) 파일에 쓰다가 멈췄습니다")
        + ". \(hint(kept))"
    case .inUse(let path): "다른 프로세스가 같은 파일을 내려받고 있습니다: \(path)"
    case .replaced(let path): "내려받는 동안 파일이 바뀌었습니다: \(path)"
    case .otherFile(let path): "\(path) 파일이 이미 있고 내용이 다릅니다. 파일을 옮기세요"
    case .unavailable(let url, let obstacle, let kept):
      "내려받을 수 없습니다: \(url): \(words(for: obstacle))" + (kept.map { ". \(hint($0))" } ?? "")
    case .tooMuch(let url, let limit, let isAnnounced):
      "\(url) 주소의 파일이 찾는 파일이 아닙니다: 서버가 "
        + (isAnnounced ? "알린 크기가 \(grouped(limit))바이트를 넘습니다" : "\(grouped(limit))바이트보다 많이 보냈습니다")
        + ". 받은 부분은 지웠습니다"
    case .wrongHash(let url, let found, let wanted, let isWhole):
      "\(url) 주소의 파일이 찾는 파일이 아닙니다: SHA-256\(isWhole ? "" : "의 앞부분")이 \(wanted)여야 하는데 "
        + "\(found)입니다. 받은 파일은 지웠습니다"
    }
  }

  private func hint(_ kept: Int) -> String {
    "받은 \(grouped(kept))바이트는 남겨 두었으니, 다시 실행하면 이어서 받습니다"
  }

  private func words(for obstacle: DownloadFailure.Obstacle) -> String {
    switch obstacle {
    case .noCurl: "파일을 내려받는 curl 프로그램이 설치되어 있지 않습니다"
    case .curlNotStarted(let reason):
      "curl 프로그램을 시작할 수 없습니다: \(KoreanFindings().writingReason(reason))"
    case .curlStatus(let status): "curl 프로그램의 종료 상태가 \(status)입니다"
    case .curl(let words): words
    case .noSuchFile: "서버에 그런 파일이 없습니다(404)"
    case .refused(let status): "서버가 요청을 거절했습니다(상태 \(status))"
    case .invalidResponse: "서버의 응답이 올바르지 않습니다"
    case .notResumable: "이어서 받을 수 없습니다"
    }
  }
}

extension Language {
  /// The messages of `vggc weights fetch` in this language.
  var fetchPhrases: any FetchPhrasebook {
    switch self {
    case .english: English()
    case .korean: Korean()
    }
  }
}
