import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: ValueOutOfRange) -> FindingWords {
    switch finding {
    case .integer(let text, let subject, let bounds):
      FindingWords("\(mustBe(subject, words(for: bounds)))\(seen(shortened(text)))")
    case .number(let text, let subject, let bounds):
      FindingWords(
        "\(mustBe(subject, "\(bound(bounds.lowerBound)) 이상 \(bound(bounds.upperBound)) 이하"))\(seen(shortened(text)))"
      )
    case .input(let text, let channels, let sides):
      FindingWords(
        "입력의 채널은 \(words(for: channels, unit: "개")), 높이와 너비는 \(words(for: sides, unit: "픽셀"))여야 합니다\(seen(shortened(text)))"
      )
    case .notation(let text, let kernel, let channels):
      FindingWords(
        "합성곱의 커널은 \(words(for: kernel)), 출력 채널 수는 \(words(for: channels))여야 합니다\(seen(shortened(text)))"
      )
    case .poolPadding(let padding, let maximum):
      FindingWords("풀링의 패딩은 커널의 절반인 \(maximum) 이하여야 합니다\(seen("\(padding)"))")
    case .stepsOutOfOrder(let step, let earlier):
      FindingWords("`step`의 에포크는 커져야 합니다(현재 값: \(earlier) 다음에 \(step))")
    case .boundsOutOfOrder(_, let subject):
      FindingWords("\(words(for: subject))에는 작은 값을 먼저 적어야 합니다")
    case .entries(let count, let list, let maximum):
      FindingWords("`\(list)`의 항목이 \(grouped(count))개로 한도 \(grouped(maximum))개를 넘습니다")
    case .entriesOfModels(let maximum):
      FindingWords(
        "이 모델까지 모든 모델의 항목이 한도 \(grouped(maximum))개를 넘습니다",
        notes: [Note("나머지 모델을 다른 파일로 옮기세요")])
    case .models(let count, let maximum):
      FindingWords("파일의 모델이 \(grouped(count))개로 한도 \(grouped(maximum))개를 넘습니다")
    }
  }

  /// The range: `1 이상 1,024 이하`, or `1 이상` without an upper bound.
  private func words(for bounds: ClosedRange<Int>, unit: String = "") -> String {
    let least = "\(grouped(bounds.lowerBound))\(unit) 이상"
    return bounds.upperBound == .max ? least : "\(least) \(grouped(bounds.upperBound))\(unit) 이하"
  }

  static let valueOutOfRange = FindingExplanation(
    title: "수가 범위를 벗어납니다",
    meaning: """
      수의 종류는 맞지만 그런 값을 가질 수 있는 층이 없습니다. 1보다 큰 확률, 0개의 채널, PyTorch도 거부하는 커널의 절반보다 큰 풀링 \
      패딩이 그렇습니다. 크기의 상한(`Docs/Language.md`에 있습니다)은 실행할 수 있는 어떤 네트워크보다도 훨씬 크며, 오타 하나로 \
      메모리가 가득 차는 일을 막습니다.
      """,
    repair: """
      메시지에 나오는 범위의 수를 쓰세요. `dropout`은 확률이므로 절반은 50이 아니라 0.5입니다.
      """)
}
