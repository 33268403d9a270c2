import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: PoolWithoutEffect) -> FindingWords {
    FindingWords(
      "보폭이 1인 1 x 1 풀링은 특성맵을 바꾸지 않습니다",
      notes: [Note("지우세요. 특성맵 전체의 평균은 `features`와 같은 단계에 `avgpool: 1`로 적습니다")])
  }

  static let poolWithoutEffect = FindingExplanation(
    title: "풀링이 특성맵을 바꾸지 않습니다",
    meaning: """
      1씩 움직이는 1 x 1 창에는 값이 하나뿐이고, 그 최댓값과 평균은 그 값 자신입니다. 32 x 32 사진을 위한 PyTorch 네트워크는 흔히 \
      `AvgPool2d(1, 1)`로 끝나는데, 다섯째 `M`을 지난 특성맵은 이미 1 x 1입니다. 더 큰 사진에서는 특성맵 전체의 평균을 내려던 \
      것으로 보입니다.
      """,
    repair: """
      지우세요. 사진 크기와 관계없이 채널마다 값 하나를 남기려면 `features`와 같은 단계에 `avgpool: 1`을 적으세요.
      """)
}
