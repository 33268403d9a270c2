import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: OtherNotation) -> FindingWords {
    switch finding {
    case .parentheses: FindingWords("목록은 소괄호가 아니라 대괄호 [ ]로 묶습니다")
    case .equalsSign(let key):
      FindingWords("`\(shortened(key))` 키 다음에는 `=`가 아니라 콜론과 공백을 적습니다")
    case .slashes: FindingWords("주석은 `//`가 아니라 `#`로 시작합니다")
    }
  }

  static let otherNotation = FindingExplanation(
    title: "프로그래밍 언어의 기호가 있습니다",
    meaning: """
      목록은 대괄호로 묶고, 키 다음에는 콜론과 공백을 적으며, 주석은 `#`로 시작합니다. 이 텍스트에는 다른 언어처럼 목록을 묶은 \
      소괄호나, 키 다음의 `=`, `//`로 시작하는 주석이 있습니다.
      """,
    repair: """
      메시지에 나오는 기호로 바꾸거나, `vggc check --fix`로 고치세요.
      """)
}
