import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: WrongType) -> FindingWords {
    switch finding {
    case .value(let subject, let expectation, let kind):
      FindingWords(mustBe(subject, words(for: expectation)) + seen(words(for: kind)))
    case .count(let subject, let expectation, let found):
      FindingWords(mustBe(subject, words(for: expectation)) + seen("항목 \(found)개"))
    case .truth(let subject, let kind, _, _):
      FindingWords(mustBe(subject, words(for: .truth)) + seen(words(for: kind)))
    case .emptyText(let subject):
      FindingWords(mustBe(subject, words(for: .text)) + seen(words(for: .nothing)))
    case .quoted(let subject, let expectation, _):
      FindingWords(mustBe(subject, words(for: expectation)) + "(따옴표 때문에 문자열이 됨)")
    case .root(let kind, let lacksSpace):
      FindingWords(
        "설정은 키의 매핑이어야 합니다" + seen(words(for: kind)),
        notes: [
          Note(
            lacksSpace
              ? "키의 콜론 뒤에 공백을 두세요: `name: tiny`" : "`features: [64, M, …]`으로 시작하세요")
        ])
    case .labelMapping(let list):
      FindingWords(
        mustBe(.key("labels"), words(for: .labels)) + seen(words(for: .mapping)),
        notes: list == nil ? [Note("이름을 출력의 순서대로, 0번부터 적으세요")] : [])
    case .key(let kind): FindingWords("키는 이름이어야 합니다" + seen(words(for: kind)))
    case .nestedFeatures:
      FindingWords(
        "`features`의 항목이 목록입니다", notes: [Note("목록 안의 목록은 쓸 수 없으니 항목을 직접 적으세요")])
    case .paddingWord(let word, _):
      FindingWords(
        "풀링 층의 " + mustBe(.key("padding"), words(for: .sides))
          + seen(words(for: .text(word))),
        notes: [Note("Keras의 `valid`는 0이고, 보폭 2인 2x2 풀링 층의 `same`은 `ceil: true`입니다")])
    case .valueOfWord(let word):
      FindingWords("`\(word)`에는 값을 적지 않습니다", notes: [Note("`- \(word)`라고만 적으세요")])
    }
  }

  static let wrongType = FindingExplanation(
    title: "값의 종류가 틀립니다",
    meaning: """
      숫자가 있어야 할 곳에 문자열이 있거나, 목록이 있어야 할 곳에 값 하나가 있는 경우 등입니다. 흔한 실수가 두 가지 있습니다. \
      YAML 1.2에서 불리언은 `true`와 `false`뿐이고 `yes`, `no`, `on`, `off`는 문자열입니다. 그리고 따옴표로 묶은 숫자는 문자열입니다.
      """,
    repair: """
      값을 메시지에 나오는 대로 적으세요.
      """)
}
