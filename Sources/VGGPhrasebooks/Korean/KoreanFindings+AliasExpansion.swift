import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: AliasExpansion) -> FindingWords {
    FindingWords(
      "별칭을 펼친 값이 \(grouped(finding.limit))개를 넘습니다",
      notes: [Note("별칭 대신 목록을 직접 적으세요")])
  }

  static let aliasExpansion = FindingExplanation(
    title: "별칭을 펼친 값이 너무 많습니다",
    meaning: """
      별칭은 앵커 아래에 있는 값 전체를 나타내므로, 별칭의 별칭에서는 값이 곱으로 늘어납니다. 예제에서는 줄마다 값이 앞 \
      줄의 열 배가 됩니다. 한 파일의 별칭을 모두 펼친 값은 1,000,000개까지이며, `features`의 항목 수 한도와 같습니다. \
      이 한도가 없으면 몇 줄만으로 메모리가 가득 찰 수 있습니다.
      """,
    repair: """
      목록을 직접 적거나 스크립트로 만드세요. `features`에서 별칭은 항목 하나나 목록 전체를 대신할 수 있지만, 목록 안의 \
      목록은 이어 붙이지 않습니다.
      """)
}
