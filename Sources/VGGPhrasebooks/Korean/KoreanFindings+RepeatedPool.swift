import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: RepeatedPool) -> FindingWords {
    FindingWords(
      "사이에 합성곱 없이 풀링 층이 연달아 나옵니다",
      notes: [
        Note(finding.joined.map { "하나를 지우거나 하나로 합치세요: \($0)" } ?? "하나를 지우세요")
      ])
  }

  static let repeatedPool = FindingExplanation(
    title: "풀링 층이 연달아 나옵니다",
    meaning: """
      사이에 합성곱이 없는 풀링 두 번은 더 큰 풀링 한 번과 같습니다. `M, M`은 `{maxpool: 4}`입니다. VGG에서는 풀링마다 앞에 합성곱이 \
      있으므로 둘째 풀링은 대개 실수입니다. 특성맵이 뜻하지 않게 한 번 더 반이 되고, 분류기의 입력은 4분의 1이 됩니다.
      """,
    repair: """
      하나를 지우거나, 빠진 합성곱을 사이에 넣으세요. 크게 줄이려던 것이라면 `{maxpool: 4}`라고 적으세요.
      """)
}
