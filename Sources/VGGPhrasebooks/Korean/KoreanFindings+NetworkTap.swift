import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: NetworkTap) -> FindingWords {
    switch finding {
    case .unknownLayer(let name, let nearest, let layers):
      FindingWords(
        "네트워크에 `\(shortened(name))` 층이 없습니다", label: nearest.map { similar("층", $0) },
        notes: (nearest == nil
          ? [Note("층은 `vggc summary`에 나오는 논문이나 torchvision의 이름으로 적으세요")] : [])
          + (layers.map {
            [
              Note(
                "`taps`를 물려받은 네트워크의 층은 여기 있습니다. `taps: []`로 적으면 물려받지 않습니다", at: $0)
            ]
          } ?? []))
    case .afterEnd(let name, let last, let until):
      FindingWords(
        "`\(shortened(name))` 층은 네트워크가 끝난 뒤에 있습니다",
        notes: [Note("네트워크는 \(shortened(last)) 층에서 끝납니다", at: until)])
    case .isOutput(let name):
      FindingWords(
        "`\(shortened(name))` 층의 값은 이미 네트워크의 출력입니다",
        notes: [Note("`taps`에서 지우세요")])
    case .repeated(let name, let first, let range):
      FindingWords(
        name == first
          ? "`\(shortened(name))` 층이 `taps`에 두 번 있습니다"
          : "`\(shortened(name))`, `\(shortened(first))` 두 이름은 같은 층을 가리킵니다",
        notes: [Note("여기 이미 있습니다", at: range), Note("둘 중 하나를 지우세요")])
    case .dropout(let name, let before):
      FindingWords(
        "`\(shortened(name))` 층은 드롭아웃이므로 학습이 끝나면 아무것도 바꾸지 않습니다",
        notes: [
          Note(before.map { "이 층의 값은 \($0) 층의 값과 같습니다" } ?? "이 층의 값은 이미지의 값과 같습니다")
        ])
    }
  }

  static let networkTap = FindingExplanation(
    title: "값을 내보낼 수 없는 층이 `taps`에 있습니다",
    meaning: """
      네트워크에 없는 층, 네트워크가 끝난 뒤의 층, 값이 이미 출력인 층, 두 번 적은 층, 드롭아웃이 `taps`에 있습니다. 모델은 확장하는 \
      설정의 `taps`를 물려받으므로 그 층이 모두 있어야 합니다.
      """,
    repair: """
      `vggc summary`에 나오는 이름으로 층마다 한 번씩만 적고, 마지막 층은 빼세요. `taps: []`로 적으면 물려받지 않습니다.
      """)
}
