import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: PoolDropsEdge) -> FindingWords {
    let dropped = [
      finding.rows > 0 ? "행 \(grouped(finding.rows))개" : nil,
      finding.columns > 0 ? "열 \(grouped(finding.columns))개" : nil,
    ].compactMap { $0 }.joined(separator: "와 ")
    return FindingWords(
      "\(with(sides(finding.from), .object)) \(with(sides(finding.to), .by)) 풀링하면 마지막 "
        + "\(with(dropped, .subject)) 버려집니다",
      notes: [
        Note(
          finding.roundingUp.map { "나누어떨어지는 입력 크기나 `\($0)` 항목을 쓰세요" }
            ?? "나누어떨어지는 입력 크기를 쓰세요")
      ])
  }

  static let poolDropsEdge = FindingExplanation(
    title: "풀링에서 행이나 열이 버려집니다",
    meaning: """
      보폭 2인 2x2 창은 7행 가운데 6행을 덮고, 마지막 행은 어느 창에도 들어가지 않습니다. 앞의 층들은 그 행을 헛되이 계산한 것이고, \
      버려지는 것은 언제나 사진의 아래쪽과 오른쪽입니다. PyTorch와 논문도 이렇게 내림하므로 잘못은 아니지만, 일곱 행 가운데 한 \
      행이 사진의 큰 부분인 작은 특성맵에서는 원하지 않는 결과입니다.
      """,
    repair: """
      변을 풀링 횟수만큼 반으로 나눌 수 있는 입력을 고르세요. 예를 들면 28 대신 32입니다. 또는 올림해서 창이 가장자리를 넘어가게 하는 \
      `{maxpool: 2, ceil: true}`를 쓰세요.
      """)
}
