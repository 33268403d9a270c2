import VGGDiagnostics
import VGGFindings

/// The findings in Korean: sentences in 합니다체 without a full stop, labels as nouns, advice in ~하세요.
///
/// No particle directly follows the user's text; there is a noun between them, as in `` `{key}` 키 ``.
package struct KoreanFindings: FindingPhrasebook {
  package init() {}

  package var headings: ReportHeadings {
    ReportHeadings(error: "오류", warning: "경고", note: "참고", help: "제안")
  }

  package func inFile(_ name: String, _ message: String) -> String { "\(name): \(message)" }

  package var applyAllFixes: String { "이 파일의 수정을 모두 적용" }

  package func title(of action: FixIt.Action) -> String {
    switch action {
    case .replace(let old, let new):
      isNumber(old)
        ? "\(with(old, .object)) \(with(new, .by, noun: "값")) 바꾸세요"
        : "`\(shortened(old))` 부분을 \(quoted(new, .by)) 바꾸세요"
    case .remove(let text): "`\(shortened(text))` 부분을 지우세요"
    case .write(let text): "다음과 같이 적으세요: \(shortened(text))"
    case .crop(let size): "\(with(size, .by)) 자르세요"
    case .removeQuotes: "따옴표를 지우세요"
    case .convert(let text): "설정으로 바꾸세요: \(firstLines(of: text))"
    case .insertComma: "쉼표를 넣으세요"
    case .move(let section, _): "`\(section)` 아래로 옮기세요"
    }
  }

  private func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { ("0"..."9").contains($0) || $0 == "." || $0 == "," }
  }

  /// A text in backquotes with the particle that follows it.
  private func quoted(_ text: String, _ particle: KoreanParticle) -> String {
    with("`\(text)`", particle, noun: "값")
  }

  /// The label for a name that is probably a misspelling of another.
  ///
  /// - Parameter kind: the noun for the named thing: `키`.
  func similar(_ kind: String, _ name: String) -> String { "비슷한 \(kind): `\(name)`" }

  /// Square images by their sides: `224 x 224부터 255 x 255까지의`, or `32 x 32` for one size.
  package func squares(_ sides: ClosedRange<Int>) -> String {
    let (least, greatest) = (sides.lowerBound, sides.upperBound)
    return least == greatest
      ? "\(least) x \(least)" : "\(least) x \(least)부터 \(greatest) x \(greatest)까지의"
  }
}
