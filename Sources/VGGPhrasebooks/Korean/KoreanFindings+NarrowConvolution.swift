import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: NarrowConvolution) -> FindingWords {
    let (channels, next) = (finding.channels, finding.next)
    let list = (Array(repeating: "\(next)", count: channels) + ["M"]).joined(separator: ", ")
    return FindingWords(
      "이 합성곱의 출력 채널은 \(grouped(channels))개인데 다음 합성곱은 \(next)개입니다",
      notes: [
        Note(
          "Dive into Deep Learning의 (\(channels), \(next))처럼 층의 개수를 뜻한다면 다음과 같이 적으세요: \(list)")
      ])
  }

  static let narrowConvolution = FindingExplanation(
    title: "넓은 합성곱 사이에 채널이 한두 개인 합성곱이 있습니다",
    meaning: """
      뒤의 층들이 보는 모든 것이 ReLU를 거친 이 한두 채널을 지나야 합니다. 이렇게 설계하는 경우는 거의 없으며, 이 수는 대개 층의 \
      개수입니다. Dive into Deep Learning의 `((1, 64), (2, 128))`은 채널 64개짜리 합성곱 하나와 풀링 층, 이어서 128개짜리 둘과 \
      풀링 층을 뜻합니다.
      """,
    repair: """
      합성곱마다 채널 수를 적으세요: `[64, M, 128, 128, M]`.
      """)
}
