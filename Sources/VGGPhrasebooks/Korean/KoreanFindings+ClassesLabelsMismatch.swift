import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: ClassesLabelsMismatch) -> FindingWords {
    FindingWords(
      "레이블은 \(grouped(finding.labels))개지만 네트워크의 출력은 \(grouped(finding.outputs))개입니다",
      notes: [Note("출력 \(grouped(finding.outputs))개는 여기서 정해집니다", at: finding.source)])
  }

  static let classesLabelsMismatch = FindingExplanation(
    title: "레이블 수와 출력 수가 다릅니다",
    meaning: """
      `labels`는 네트워크의 출력에 차례대로 이름을 붙입니다. 이름과 출력의 수가 다르면 이름 없는 예측이 나오거나, 절대 \
      예측되지 않는 이름 때문에 빠진 클래스가 가려집니다.
      """,
    repair: """
      `classes`(또는 마지막 완전 연결 층의 `out`)를 레이블 수에 맞추거나 레이블을 채우세요.
      """)
}
