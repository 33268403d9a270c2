import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: UnknownKey) -> FindingWords {
    let key = shortened(finding.key)
    let message = "`\(key)` 키는 \(words(for: finding.section))에서 쓸 수 없습니다"
    switch finding.hint {
    case .keys(let keys):
      return FindingWords(message, notes: [Note("쓸 수 있는 키: \(keys.joined(separator: ", "))")])
    case .meant(let other): return FindingWords(message, label: similar("키", other))
    case .given(let other): return FindingWords(message, label: "`\(other)` 키는 이미 있음")
    case .severalLists(let other):
      return FindingWords(
        "`\(key)` 키에 이름이 붙은 목록이 여러 개 있습니다", label: similar("키", other))
    case .belongsUnder(let section, let name, let isThere, _):
      return FindingWords(
        name == finding.key
          ? "\(message): `\(section)`의 키입니다" : "\(message): `\(section)`의 `\(name)` 키입니다",
        label: isThere ? "`\(section):` 아래로 들여쓰기" : "`\(section):` 아래에 들여쓰기")
    }
  }

  static let unknownKey = FindingExplanation(
    title: "설정에 쓸 수 없는 키가 있습니다",
    meaning: """
      이 자리에 그런 키는 없습니다. 모르는 키를 무시한다면 `batchnorm: true`라고 적어도 배치 정규화가 없는 네트워크가 \
      만들어지고, 성능만 떨어질 뿐 그 이유는 드러나지 않습니다. 그래서 오류로 알립니다.
      """,
    repair: """
      메시지가 제안하는 키나 `Docs/Language.md`에 있는 키를 쓰세요. 키는 소문자로 쓰고 낱말 사이에 밑줄을 둡니다.
      """)
}
