import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  private static let namedCharacters = 3

  package func words(for finding: Lookalike) -> FindingWords {
    let names = finding.characters.prefix(Self.namedCharacters).map {
      "U+\(hexadecimal($0.code, digits: 4)) \($0.name)"
    }
    let more = finding.characters.count - names.count
    let list = names.joined(separator: ", ") + (more > 0 ? " 외 \(more)개" : "")
    let meant = finding.meant.allSatisfy { $0 == " " } ? "공백" : "`\(shortened(finding.meant))`"
    return finding.characters.count == 1
      ? FindingWords("모양이 비슷한 다른 문자입니다: \(meant) 대신 \(list)")
      : FindingWords(
        "`\(shortened(finding.found))`에 모양이 비슷한 다른 문자가 있습니다: \(meant) 대신 \(list)")
  }

  static let lookalike = FindingExplanation(
    title: "모양이 비슷한 다른 문자가 있습니다",
    meaning: """
      키보드와 편집기는 설정에 쓰는 문자와 모양이 비슷한 다른 문자를 넣을 때가 있습니다. 한국어, 중국어, 일본어 입력기의 전각 \
      `Ｍ`, `６４`, `，`, 키릴 문자 `М`, 둥근 따옴표, `-`가 아닌 줄표, 보통 공백이 아닌 공백 문자가 그 예입니다. 메시지에는 유니코드 번호와 \
      이름이 나옵니다.
      """,
    repair: """
      영문 상태에서 그 문자를 다시 입력하거나, `vggc check --fix`로 바꾸세요.
      """)
}
