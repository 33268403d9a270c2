import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: NestingTooDeep) -> FindingWords {
    FindingWords(
      "목록과 매핑의 중첩이 \(finding.limit)단계를 넘습니다",
      notes: [Note("불필요한 괄호를 지우세요")])
  }

  static let nestingTooDeep = FindingExplanation(
    title: "목록과 매핑이 너무 깊이 중첩되었습니다",
    meaning: """
      목록과 매핑은 64단계까지 중첩할 수 있습니다. 설정에는 여섯 단계보다 깊은 중첩이 필요하지 않습니다. 훨씬 깊은 중첩은 대개 \
      프로그램의 반복문이 괄호를 거듭 쓴 결과이거나, 파서의 한계를 시험하려는 것입니다.
      """,
    repair: """
      불필요한 괄호를 지우세요. `features`는 목록 안에 목록이 없는 단순한 목록입니다.
      """)
}
