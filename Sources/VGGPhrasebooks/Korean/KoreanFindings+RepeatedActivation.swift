import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: RepeatedActivation) -> FindingWords {
    let (name, own) = (finding.name, finding.own)
    return FindingWords(
      name == own
        ? "앞의 합성곱에 이미 `\(own)` 활성화 함수가 있는데 `\(name)` 항목이 또 있습니다"
        : "`\(name)` 항목 앞의 합성곱에 이미 다른 활성화 함수 `\(own)`\(with(own, .subject).dropFirst(own.count)) 있습니다",
      notes: [
        Note("합성곱은 여기 있습니다", at: finding.convolution),
        Note("이 항목을 지우거나, 합성곱을 {conv: …, activation: none}으로 적으세요"),
      ])
  }

  static let repeatedActivation = FindingExplanation(
    title: "활성화 함수가 이미 있는 합성곱 다음에 활성화 함수가 또 있습니다",
    meaning: """
      `64` 같은 항목은 ReLU까지 포함한 합성곱입니다. 그래서 `[64, relu, M]`은 ReLU를 두 번 적용해 달라지는 것이 없고, \
      `[64, tanh, M]`은 ReLU 다음에 tanh를 적용합니다. 합성곱과 활성화 함수를 따로 적는 목록은 다른 도구에서 온 것입니다. vggc는 둘 \
      가운데 어느 것을 뜻했는지 짐작하지 않습니다.
      """,
    repair: """
      항목을 지우거나, 합성곱의 활성화 함수를 없애세요: `{conv: 64, activation: none}`. 모든 합성곱에 같은 활성화 함수를 쓰려면 \
      `features`와 같은 단계에 `activation: tanh`라고 적으세요.
      """)
}
