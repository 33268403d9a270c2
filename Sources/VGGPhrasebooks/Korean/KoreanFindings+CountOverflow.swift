import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: CountOverflow) -> FindingWords {
    switch finding {
    case .input(let shape):
      FindingWords("입력의 값 수가 64비트 범위를 넘습니다: \(shape)", notes: [smaller])
    case .layer:
      FindingWords("이 층의 크기나 매개변수 수가 64비트 범위를 넘습니다", notes: [smaller])
    case .total(let model):
      FindingWords(
        "`\(model)` 모델의 매개변수, MAC, 활성화 값 가운데 하나의 합이 64비트 범위를 넘습니다",
        notes: [smaller])
    }
  }

  private var smaller: Note { Note("채널 수나 입력 크기를 줄이세요") }

  static let countOverflow = FindingExplanation(
    title: "수가 64비트 범위를 넘습니다",
    meaning: """
      크기, 매개변수, 곱셈-누산은 64비트로 세며, 가장 큰 수는 9,223,372,036,854,775,807입니다. 이 네트워크의 한 층이나 모든 \
      층의 합이 이 수를 넘습니다. 그런 네트워크를 실행할 수 있는 컴퓨터는 없으며, 대개는 0을 몇 개 더 적은 것입니다.
      """,
    repair: """
      입력을 줄이거나 채널 수를 줄이세요. 네트워크에 넣기에 너무 큰 이미지는 조각으로 나누세요.
      """)
}
