import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: NetworkEnd) -> FindingWords {
    switch finding {
    case .unknownLayer(let name, let nearest, let last):
      FindingWords(
        "네트워크에 `\(shortened(name))` 층이 없습니다", label: nearest.map { similar("층", $0) },
        notes: nearest == nil
          ? [
            Note(
              "층은 `vggc summary`에 나오는 논문이나 torchvision의 이름으로 적으세요"
                + (last.map { "(마지막 층: \($0))" } ?? ""))
          ] : [])
    case .notReached(let key, let last, let until):
      FindingWords(
        "`\(key)` 키는 네트워크가 끝난 뒤의 부분을 정합니다",
        notes: [
          Note("네트워크는 \(shortened(last)) 층에서 끝납니다", at: until),
          Note("`\(key)` 키나 `until`을 지우세요"),
        ])
    case .labelsWithoutClasses(let classifier):
      FindingWords(
        "분류기가 없는 네트워크에는 이름을 붙일 클래스가 없습니다",
        notes: [Note("네트워크가 마지막 특성맵에서 끝납니다", at: classifier)])
    case .nothingComputed:
      FindingWords(
        "이 네트워크는 아무것도 계산하지 않습니다",
        notes: [Note("분류기가 없다면 값을 바꾸는 층을 하나 이상 넣으세요")])
    }
  }

  static let networkEnd = FindingExplanation(
    title: "네트워크가 끝나는 곳이 다른 키와 맞지 않습니다",
    meaning: """
      `until`이 네트워크에 없는 층을 가리키거나, 네트워크가 끝난 뒤의 것을 정하는 키가 모델에 있습니다. 실행되지 않는 `classifier`나 \
      `avgpool`, 클래스가 없는 네트워크의 `labels`가 그렇습니다. 물려받은 키는 메시지 없이 빠집니다.
      """,
    repair: """
      마지막 층을 `vggc summary`에 나오는 이름으로 적고, 쓰이지 않는 키를 지우세요.
      """)
}
