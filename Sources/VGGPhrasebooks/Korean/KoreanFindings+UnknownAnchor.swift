import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: UnknownAnchor) -> FindingWords {
    switch finding {
    case .missing(let name, let known):
      let list = known.map { "&\(shortened($0))" }.joined(separator: ", ")
      return FindingWords(
        "`*\(shortened(name))` 별칭 앞에 그 이름의 앵커가 없습니다",
        notes: [
          Note(
            known.isEmpty
              ? "되풀이할 값 앞에 `&\(shortened(name))` 앵커를 두세요" : "지금까지 나온 앵커: \(list)")
        ])
    case .recursive(let name, let anchor):
      return FindingWords(
        "`*\(shortened(name))` 별칭이 가리키는 값 안에 그 별칭이 다시 들어 있습니다",
        notes: [Note("`&\(shortened(name))` 앵커는 여기서 시작됩니다", at: anchor)])
    }
  }

  static let unknownAnchor = FindingExplanation(
    title: "별칭에 앵커가 없습니다",
    meaning: """
      `*head`는 같은 파일의 앞에서 `&head`로 표시한 값을 되풀이합니다. 여기서는 그 앞에 그런 표시가 없습니다. 이름이 틀렸거나, \
      앵커가 뒤에 있거나, 다른 파일에 있습니다. 되풀이할 값 안에 그 별칭이 있으면 끝이 없으므로 이것도 오류입니다.
      """,
    repair: """
      이름을 고치거나, 되풀이할 첫 값 앞에 앵커를 두세요. 파일 사이에서는 `extends`를 쓰세요.
      """)
}
