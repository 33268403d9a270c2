import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: ExtendsCycle) -> FindingWords {
    switch finding {
    case .cycle(let chain):
      FindingWords(
        "`extends`가 순환합니다: \(chain.joined(separator: " -> "))",
        notes: [Note("D와 같은 내장 설정이나, 여기로 되돌아오지 않는 파일을 확장하세요")])
    case .tooDeep(let limit):
      FindingWords(
        "설정이 \(limit)개보다 많이 `extends`로 이어집니다", notes: [Note("몇 개를 하나로 합치세요")])
    }
  }

  static let extendsCycle = FindingExplanation(
    title: "설정이 자기 자신을 확장합니다",
    meaning: """
      `extends`가 가리키는 파일을 따라가면 처음 파일로 되돌아오므로, 시작할 설정이 없습니다. 메시지에 그 경로가 나옵니다. \
      32개보다 많은 파일이 이어져도 이 오류에 해당합니다.
      """,
    repair: """
      그 파일들 가운데 하나가 다른 설정을 확장하게 하세요. 대개는 내장 설정을 확장하려던 것입니다.
      """)
}
