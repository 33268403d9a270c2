import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: YAMLTag) -> FindingWords {
    FindingWords("YAML 태그는 쓸 수 없습니다: `\(shortened(finding.tag))`")
  }

  static let yamlTag = FindingExplanation(
    title: "값에 YAML 태그가 있습니다",
    meaning: """
      `!!int`나 `!!python/tuple` 같은 태그는 값의 자료형을 YAML 파서에 알려 줍니다. 설정에서는 키가 자료형을 정하므로 태그를 쓰지 \
      않습니다. 이런 태그는 대개 Python의 `yaml.dump`가 튜플이나 다른 객체에 붙인 것입니다.
      """,
    repair: """
      태그를 지우세요. Python의 `yaml.safe_dump`는 목록과 튜플을 태그 없이 씁니다.
      """)
}
