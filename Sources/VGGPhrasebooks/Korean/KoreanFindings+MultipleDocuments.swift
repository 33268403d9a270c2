import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: MultipleDocuments) -> FindingWords {
    FindingWords(
      "파일에 두 번째 YAML 문서가 있습니다",
      notes: [Note("모델을 모두 `models:` 아래에 두거나 파일을 나누세요")])
  }

  static let multipleDocuments = FindingExplanation(
    title: "파일에 YAML 문서가 둘 이상 있습니다",
    meaning: """
      `---`는 YAML 문서 하나를 끝내고 다음 문서를 시작합니다. vggc는 파일마다 문서 하나를 읽습니다. 모델이 여러 개인 파일은 \
      `models` 키 아래에 모델을 두며, 모델마다 부를 이름이 있고 다른 모델과 키를 함께 쓸 수 있습니다.
      """,
    repair: """
      모델들을 `models` 키 하나 아래에 이름을 붙여 두고, 함께 쓰는 것은 파일 맨 위에 두세요. 또는 모델마다 파일을 나누세요.
      """)
}
