import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: AdaptivePoolUneven) -> FindingWords {
    let (from, to) = (sides(finding.from), sides(finding.to))
    return FindingWords(
      "avgpool의 구간이 겹칩니다: \(with(from, .subject)) \(with(to, .by)) 나누어떨어지지 않습니다",
      notes: finding.sizes.map {
        [Note("\(squares($0)) 정사각형 입력이면 특성맵이 \(with(to, .subject)) 됩니다")]
      } ?? [])
  }

  static let adaptivePoolUneven = FindingExplanation(
    title: "적응형 풀링의 구간이 고르지 않습니다",
    meaning: """
      n개의 출력 행 가운데 i번째는 입력의 floor(i * 크기 / n)행부터 ceil((i + 1) * 크기 / n)행 앞까지의 평균입니다. \
      크기가 n으로 나누어떨어지지 않으면 구간이 겹칩니다. 8행을 7행으로 줄이면 출력 행마다 두 행의 평균을 내므로, \
      가운데 행들은 두 번, 첫 행과 마지막 행은 한 번 쓰입니다. 크기가 더 다르면 구간의 길이도 서로 달라집니다. 계산은 \
      되지만 이것을 원하는 경우는 드뭅니다.
      """,
    repair: """
      마지막 특성맵이 `avgpool`의 크기이거나 그 배수가 되는 입력을 쓰세요. 참고에 그런 크기가 나옵니다. 특성맵 전체의 \
      평균인 `avgpool: 1`은 어떤 입력에서나 고릅니다.
      """)
}
