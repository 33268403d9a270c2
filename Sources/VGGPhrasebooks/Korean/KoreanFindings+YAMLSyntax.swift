import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: YAMLSyntax) -> FindingWords {
    let start = finding.construct.map { [Note(words(for: $0.value), at: $0.range)] } ?? []
    let advice = advice(on: finding.problem).map { [Note($0)] } ?? []
    return FindingWords(words(for: finding.problem), notes: start + advice)
  }

  private func words(for problem: YAMLSyntax.Problem) -> String {
    switch problem {
    case .tab: "탭으로 들여쓸 수 없습니다"
    case .characterThatStartsNothing: "이 문자로 값을 시작할 수 없습니다"
    case .unclosedList: "',' 또는 ']'가 필요합니다: 목록이 닫히지 않았거나 쉼표가 빠졌습니다"
    case .unclosedMapping: "',' 또는 '}'가 필요합니다: 매핑이 닫히지 않았거나 쉼표가 빠졌습니다"
    case .misplacedPair: "값만 올 수 있는 자리에 `key: value`가 있습니다"
    case .lineWithoutKey: "이 줄은 `key: value` 형태가 아닙니다"
    case .missingKey, .keyOfOtherIndentation: "키가 필요합니다"
    case .missingSpaceAfterColon: "콜론 뒤에 공백이 없습니다"
    case .unspacedPair(let text): "콜론 뒤에 공백이 없습니다: `\(shortened(text))`"
    case .missingComma(let comma):
      "두 항목 사이에 쉼표가 없습니다: `\(shortened(comma.left))`, `\(shortened(comma.right))`"
    case .strayBracket: "짝이 없는 닫는 괄호입니다"
    case .commaOutsideBrackets: "괄호 밖에 쉼표가 있습니다"
    case .missingDash: "목록의 항목 앞에 '- '가 없습니다"
    case .misplacedDash: "값만 올 수 있는 자리에 목록의 '- '가 있습니다"
    case .missingValueOrSurplusComma: "값이 없거나 쉼표가 하나 더 있습니다"
    case .missingValue: "값이 없습니다"
    case .textAfterEnd: "텍스트가 끝난 뒤에 내용이 더 있습니다"
    case .unclosedQuote: "따옴표가 닫히지 않았습니다"
    case .unknownEscape: "이런 이스케이프는 없습니다"
    case .other: "YAML로 읽을 수 없습니다"
    }
  }

  private func advice(on problem: YAMLSyntax.Problem) -> String? {
    switch problem {
    case .tab: "공백으로 들여쓰세요"
    case .characterThatStartsNothing: "값을 따옴표로 묶으세요"
    case .unclosedList, .unclosedMapping: "괄호를 닫으세요"
    case .misplacedPair: "들여쓰기와 콜론 뒤의 공백을 확인하세요"
    case .lineWithoutKey, .missingKey: "키 이름 다음에 콜론과 공백을 적으세요"
    case .keyOfOtherIndentation, .missingDash: "이 줄의 들여쓰기를 확인하세요"
    case .strayBracket: "앞의 괄호를 확인하세요"
    case .commaOutsideBrackets: "목록 전체를 [ ]로 묶으세요"
    case .misplacedDash: "목록을 새 줄에서 시작하세요"
    case .textAfterEnd: "파일의 모든 키를 같은 열에서 시작하세요"
    case .unknownEscape: "백슬래시는 \\\\로 적거나 작은따옴표를 쓰세요"
    case .missingSpaceAfterColon, .unspacedPair, .missingComma, .missingValueOrSurplusComma,
      .missingValue, .unclosedQuote, .other:
      nil
    }
  }

  private func words(for construct: YAMLSyntax.Construct) -> String {
    switch construct {
    case .list: "목록이 여기서 시작됩니다"
    case .mapping: "매핑이 여기서 시작됩니다"
    case .quotedText: "따옴표가 여기서 시작됩니다"
    case .other: "여기서 시작된 부분입니다"
    }
  }

  static let yamlSyntax = FindingExplanation(
    title: "YAML이 아닌 텍스트입니다",
    meaning: """
      설정은 YAML인데 이 텍스트는 그렇지 않습니다. 괄호가 닫히지 않았거나, 콜론 뒤에 공백이 없거나, 탭으로 들여썼거나, 따옴표가 끝나지 \
      않았습니다.
      메시지는 더 읽을 수 없게 된 곳을 가리킵니다. 실수는 한 줄 앞에 있을 때가 많고, 끝나지 않은 목록이나 매핑이 시작된 곳은 참고에 \
      나옵니다. 그 뒤는 이해할 수 없으므로 이것을 고치기 전에는 다른 메시지가 나오지 않습니다.
      """,
    repair: """
      괄호나 따옴표를 닫고, 콜론마다 뒤에 공백을 두고, 같은 단계는 같은 수의 공백으로 들여쓰세요.
      """)
}
