import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: NormBeforeLinear) -> FindingWords {
    let seen = finding.map.map { "(여기는 펼친 특성맵 \($0))" } ?? ""
    return FindingWords(
      "분류기의 `batch_norm`은 완전 연결 층 다음에 와야 합니다\(seen)",
      notes: [Note("채널마다 정규화하려면 `features` 끝에 적으세요")])
  }

  static let normBeforeLinear = FindingExplanation(
    title: "배치 정규화가 분류기의 첫 완전 연결 층보다 앞에 있습니다",
    meaning: """
      첫 완전 연결 층 앞에서 분류기가 받는 것은 펼친 특성맵입니다. 거기서 정규화하면 채널마다 픽셀마다 평균과 분산이 따로 있게 \
      됩니다. 512 x 7 x 7 특성맵이면 25,088개씩이며, 사전 학습된 네트워크에는 그런 것이 없습니다. `features`의 배치 정규화에는 \
      채널마다 하나씩 있습니다.
      """,
    repair: """
      `batch_norm`을 `features` 끝이나 완전 연결 층 다음에 두세요.
      """)
}
