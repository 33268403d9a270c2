import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: NoPooling) -> FindingWords {
    let inputs = finding.map.map { map in
      Note("분류기의 입력이 \(shape(map)) = \(grouped(finding.values))개입니다")
    }
    return FindingWords(
      "특성맵을 줄이는 층이 없습니다",
      notes: (inputs.map { [$0] } ?? []) + [Note("VGG처럼 블록 끝마다 M을 넣으세요")])
  }

  static let noPooling = FindingExplanation(
    title: "특성맵을 줄이는 층이 없습니다",
    meaning: """
      풀링도, 보폭이 2 이상인 합성곱도, `avgpool`도 없습니다. 모든 특성맵이 이미지만큼 커서 층마다 연산량이 가장 많고, 수용 영역은 \
      층마다 2픽셀씩만 넓어지며, 분류기에는 모든 채널의 모든 픽셀에 가중치가 있습니다.
      """,
    repair: """
      VGG처럼 합성곱 블록 끝마다 `M`을 넣거나, 분류기 앞에 `avgpool: 1`을 쓰세요.
      """)
}
