import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: DuplicateKey) -> FindingWords {
    FindingWords(
      "`\(shortened(finding.key))` 키가 중복되었습니다",
      notes: [Note("여기서 처음 정의되었습니다", at: finding.first), Note("둘 중 하나를 지우세요")])
  }

  static let duplicateKey = FindingExplanation(
    title: "키가 중복되었습니다",
    meaning: """
      매핑에는 같은 키가 한 번만 있습니다. 두 값 가운데 뒤의 것만 조용히 남기는 YAML 파서가 많아서, 두 번 붙여 넣은 줄이나 \
      지우지 않은 옛 줄이 경고도 없이 네트워크를 바꿉니다.
      """,
    repair: """
      둘 중 하나를 지우세요. 둘 다 남기려면 `models` 아래에 이름을 붙여 두세요.
      """)
}
