import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: UnreadableInput) -> FindingWords {
    switch finding {
    case .labels(let path, let resolved, let reason):
      FindingWords(
        "레이블 파일을 읽을 수 없습니다: \(shortened(path)): \(words(for: reason, in: resolved))",
        notes: path == resolved
          ? [] : [Note("경로는 설정 파일이 있는 폴더를 기준으로 합니다: \(resolved)")])
    case .document(let maximumSize):
      FindingWords("파일이 \(maximumSize >> 20) MiB보다 큽니다")
    }
  }

  private func words(for reason: UnreadableInput.Reason, in path: String) -> String {
    switch reason {
    case .content(let fault): words(for: fault, in: path)
    case .file(let cause): words(for: cause)
    }
  }

  static let unreadableFile = FindingExplanation(
    title: "레이블 파일을 읽을 수 없습니다",
    meaning: """
      `labels`는 클래스 이름의 목록이거나, 여기처럼 한 줄에 이름 하나가 있는 텍스트 파일의 경로입니다. Python, JSON, YAML로 적은 이름 \
      목록이나 0, 1, 2, …마다 이름을 적은 매핑도 읽습니다. 경로는 설정 파일의 폴더를 기준으로 합니다. 파일이 없거나, 읽을 권한이 \
      없거나, 16 MiB보다 크거나, UTF-8이 아니거나, 다른 내용입니다.
      """,
    repair: """
      경로를 고치거나, 이름을 목록으로 적으세요.
      """)
}
