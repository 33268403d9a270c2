import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: UnknownElement) -> FindingWords {
    switch finding {
    case .feature(let text, let nearest):
      FindingWords(
        notFeature(text), label: nearest.map { similar("항목", $0) },
        notes: nearest == nil
          ? [
            Note(
              "쓸 수 있는 항목: 출력 채널 수(64), conv3-64, M 또는 maxpool, LRN, relu 같은 활성화 함수, batch_norm, {conv: 64} 같은 매핑"
            )
          ] : [])
    case .comesByItself(let layer, let text, _):
      FindingWords("\(notFeature(text)): \(words(for: layer))", notes: notes(on: layer))
    case .partOfClassifier(let text, let outputs): words(for: text, withOutputs: outputs)
    case .dropoutWithoutProbability(let text):
      FindingWords(
        "`\(shortened(text))` 항목에 확률이 없습니다",
        notes: [
          Note("\(UnknownElement.halfDropout)처럼 적으세요"),
          Note("분류기의 은닉층 다음에 오는 드롭아웃은 `classifier: {dropout: 0.5}`이며, 이것이 기본값입니다"),
        ])
    case .convolutionWithoutChannels(let text, let kernel):
      FindingWords(
        "`\(text)` 항목에 출력 채널 수가 없습니다",
        notes: [Note("conv\(kernel)-64는 출력 채널이 64개인 \(kernel)x\(kernel) 합성곱입니다")])
    case .ceilPoolLetter(let letter):
      FindingWords(
        "\(notFeature(letter)): SSD의 목록에서는 출력 크기를 올림하는 최대 풀링입니다",
        notes: [Note("그렇게 하려면 \(UnknownElement.ceilPool)라고 적으세요. `M`은 내림합니다")])
    case .averagePoolLetter:
      FindingWords(
        "\(notFeature("A")): CIFAR용 변형에서는 평균 풀링입니다",
        notes: [Note("그렇게 하려면 \(UnknownElement.averagePool)라고 적으세요")])
    case .swappedNotation(let kernel, let channels):
      FindingWords(
        "`conv\(kernel)-\(channels)` 항목은 \(kernel)x\(kernel) 합성곱이라는 뜻입니다: 커널을 먼저 적습니다",
        label: similar("항목", "conv\(channels)-\(kernel)"),
        notes: [Note("이렇게 큰 커널은 {conv: \(channels), kernel: \(kernel)}처럼 적으세요")])
    case .featureWithoutKind(_, let known, let nearest):
      FindingWords(
        "층의 종류를 정하는 키가 없습니다", label: nearest.map { similar("키", $0) },
        notes: [Note("다음 키 가운데 하나를 적으세요: \(known.joined(separator: ", "))")])
    case .classifierLayer(let text, let known, let nearest):
      words(for: text, notOneOf: known, as: "분류기의 층", nearest: nearest)
    case .bareNumber(let size):
      FindingWords(
        "\(size)만으로는 분류기의 층이 되지 않습니다",
        notes: [
          Note("`linear: \(size)`처럼 적으세요"),
          Note("짧게 적을 수도 있습니다: `classifier: {hidden: [4096], classes: 10}`"),
        ])
    case .denseInList:
      FindingWords(
        "`dense` 키는 짧은 형식에만 쓰며 층 목록에는 쓸 수 없습니다",
        notes: [
          Note("밀집형은 이렇게 적습니다: `classifier: {dense: 7, hidden: [4096, 4096], classes: 1000}`"),
          Note("Keras의 `Dense`에 해당하는 완전 연결 층은 `linear: 4096`입니다"),
        ])
    case .optimizer(let name, let known, let nearest):
      words(for: name, notOneOf: known, as: "옵티마이저", nearest: nearest)
    case .schedule(let name, let known, let nearest):
      words(for: name, notOneOf: known + ["학습률 목록"], as: "스케줄", nearest: nearest)
    case .activation(let name, let known, let nearest):
      words(for: name, notOneOf: known, as: "활성화 함수", nearest: nearest)
    case .globalPool(let name, let known, let nearest):
      words(for: name, notOneOf: known, as: "전역 풀링", nearest: nearest)
    case .interpolation(let name, let known, let nearest):
      words(for: name, notOneOf: known, as: "보간 방법", nearest: nearest)
    }
  }

  private func notFeature(_ text: String) -> String {
    "`\(shortened(text))` 항목은 `features`에 쓸 수 없습니다"
  }

  private func words(for layer: UnknownElement.ImpliedLayer) -> String {
    switch layer {
    case .relu: "합성곱마다 ReLU가 저절로 뒤따릅니다"
    case .batchNorm: "`batch_norm: true`가 합성곱과 ReLU 사이마다 하나씩 둡니다"
    case .flatten: "마지막 특성맵은 분류기 앞에서 저절로 평탄화됩니다"
    case .adaptivePool: "최상위의 `avgpool: 1`이 분류기 앞에서 마지막 특성맵의 평균을 냅니다"
    }
  }

  private func notes(on layer: UnknownElement.ImpliedLayer) -> [Note] {
    switch layer {
    case .relu, .flatten: []
    case .batchNorm:
      [
        Note("`features`와 같은 단계에 `batch_norm: true`를 적고 이 항목은 지우세요"),
        Note("`batch_norm` 항목은 적힌 자리, 곧 ReLU 다음에 하나를 둡니다"),
      ]
    case .adaptivePool:
      [
        Note("`avgpool: 7`은 torchvision처럼 특성맵을 7 x 7로 만듭니다"),
        Note("특성 추출 층 사이에서는 {global: average}라고 적으세요"),
      ]
    }
  }

  private func words(for text: String, withOutputs outputs: Int?) -> FindingWords {
    let short = "`classifier: {hidden: [4096, 4096], classes: 10}`"
    let example = outputs.map { "`classifier` 아래의 `linear: \($0)` 또는 \(short)" } ?? short
    return FindingWords(
      "`\(shortened(text))` 항목은 특성 추출 층이 아니라 분류기의 층입니다",
      notes: [Note("다음과 같이 적으세요: \(example)")])
  }

  private func words(
    for name: String, notOneOf known: [String], as what: String, nearest: String?
  ) -> FindingWords {
    FindingWords(
      "`\(shortened(name))` 값은 \(with(what, .by)) 쓸 수 없습니다",
      label: nearest.map { similar("이름", $0) },
      notes: [Note("쓸 수 있는 \(what): \(known.joined(separator: ", "))")])
  }

  static let unknownElement = FindingExplanation(
    title: "층 목록에 쓸 수 없는 항목이 있습니다",
    meaning: """
      `features`나 `classifier` 목록에 vggc에 없는 항목이 있습니다.
      다른 코드에서 복사한 목록에는 그 코드만의 글자가 있을 때가 많습니다. SSD의 목록에서 `C`는 출력 크기를 올림하는 최대 풀링이고, \
      일부 CIFAR용 변형에서 `A`는 평균 풀링입니다. 층을 잘못 짐작하면 그 뒤의 크기가 모두 달라지므로 vggc는 짐작하지 않습니다.
      """,
    repair: """
      층을 vggc의 항목으로 적으세요. 출력 채널 수가 그만큼인 3x3 합성곱은 수 하나이고, 그 밖에 `conv1-256`, `M`, `LRN`, `relu`, 자세히 적은 \
      매핑이 있습니다. `classifier` 목록에는 `linear`, `relu` 같은 활성화 함수, `batch_norm`, `dropout`, `softmax`가 있습니다.
      """)
}
