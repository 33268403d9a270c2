import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: MergeKey) -> FindingWords {
    FindingWords(
      "병합 키(`<<`)는 YAML 1.2에 없습니다",
      notes: [Note("공통 키를 파일 맨 위로 옮기거나 `extends`를 쓰세요")])
  }

  static let mergeKey = FindingExplanation(
    title: "병합 키(`<<`)가 있습니다",
    meaning: """
      `<<`는 한 매핑의 항목을 다른 매핑에 복사합니다. YAML 1.1의 확장이며 YAML 1.2에는 없습니다. 설정 언어에는 같은 일을 하면서 \
      키의 출처가 드러나는 방법이 따로 있습니다.
      """,
    repair: """
      모델들이 함께 쓰는 것을 파일 맨 위에 두세요. `models` 아래의 모든 모델이 물려받고, 직접 적은 것만 바꿉니다. 다른 파일이나 \
      내장 설정에서 시작하려면 `extends`를 쓰세요. 값 하나를 위한 앵커(`&a`)와 별칭(`*a`)은 쓸 수 있습니다.
      """)
}
