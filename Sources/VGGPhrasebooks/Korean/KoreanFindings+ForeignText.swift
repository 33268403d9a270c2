import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: ForeignText) -> FindingWords {
    let name = name(of: finding.kind)
    switch finding.reading {
    case .understood(let configuration):
      return FindingWords(
        "vggc 설정이 아니라 \(name)입니다: \(understood(finding.kind))",
        notes: notes(on: configuration, of: finding))
    case .obstructed(let obstacles):
      return FindingWords(
        "vggc 설정이 아니라 \(name)입니다: vggc에 없는 부분이 \(obstacles.count)곳 있습니다",
        notes: notes(on: obstacles) + [Note(advice(on: finding.kind))])
    case .named:
      return FindingWords(
        "vggc 설정이 아니라 \(name)입니다", notes: [Note(advice(on: finding.kind))])
    }
  }

  private func name(of kind: TextKind) -> String {
    switch kind {
    case .layerList: "Python으로 적은 층 목록"
    case .layerLists: "Python으로 적은, 이름이 붙은 층 목록들"
    case .blockPairs: "Dive into Deep Learning의 (합성곱 수, 채널 수) 쌍"
    case .torchSource: "PyTorch 소스"
    case .torchPrintout: "PyTorch가 출력한 모델"
    case .kerasSource: "Keras 소스"
    case .kerasJSON: "모델을 적은 Keras의 JSON"
    case .kerasSummary: "Keras의 `model.summary()` 출력"
    case .darknet: "darknet .cfg 파일"
    case .caffe: "Caffe prototxt 파일"
    case .ultralytics: "Ultralytics 모델 파일"
    case .mmpretrain: "Python으로 적은 mmpretrain 설정"
    case .ludwig: "Ludwig 파일"
    case .nntrainer: "nntrainer .ini 파일"
    case .python: "Python 코드"
    case .json: "다른 도구의 JSON"
    case .graphJSON: "`vggc emit --json`이 쓴 JSON"
    }
  }

  private func understood(_ kind: TextKind) -> String {
    switch kind {
    case .layerList: "vggc에서는 목록만 `features:` 아래에 적습니다"
    case .layerLists: "vggc에서는 목록들만 `models:` 아래에 적습니다"
    case .blockPairs: "vggc에서는 블록마다 층과 풀링 층을 적습니다"
    case .torchSource, .torchPrintout, .kerasSource, .kerasJSON, .kerasSummary, .darknet, .caffe,
      .ultralytics, .mmpretrain, .ludwig, .nntrainer, .python, .json, .graphJSON:
      "모든 부분을 vggc로 적을 수 있습니다"
    }
  }

  private func advice(on kind: TextKind) -> String {
    switch kind {
    case .kerasSummary:
      "요약에는 커널도 활성화 함수도 없으므로 `model.to_json()`의 결과를 저장하세요"
    case .python:
      "`features: [64, 64, M]` 같은 목록이나 `print(model)`의 출력을 쓰세요"
    case .ludwig, .nntrainer, .json, .layerList, .layerLists, .blockPairs, .torchSource,
      .torchPrintout, .kerasSource, .kerasJSON, .darknet, .caffe, .ultralytics, .mmpretrain:
      "층을 `features: [64, 64, M]`과 `classifier: {hidden: [4096], classes: 10}`처럼 적으세요"
    case .graphJSON: "이 JSON을 만든 설정을 쓰세요"
    }
  }

  // MARK: - Understood parts

  private func notes(on configuration: ForeignConfiguration, of finding: ForeignText) -> [Note] {
    var notes = configuration.unsaid.map { Note(words(for: $0)) }
    notes += configuration.differences.map { Note(words(for: $0)) }
    if let copy = finding.copy {
      notes.append(
        Note("변환하는 명령: `cp \(copy.file) \(copy.name) && vggc check --fix \(copy.name)`"))
    }
    return notes
  }

  package func words(for part: UnsaidPart) -> String {
    switch part {
    case .classifier:
      "이 텍스트에는 분류기가 없습니다. vggc의 기본값은 {hidden: [4096, 4096], dropout: 0.5, classes: 1000}입니다"
    case .input: "이 텍스트에는 이미지 크기가 없습니다. vggc의 기본값은 3 x 224 x 224입니다"
    case .imageSize:
      "이 텍스트에는 이미지의 높이와 너비가 없습니다. 예로 224 x 224를 적었습니다"
    case .sizeFromInputs(let inputs, let sides):
      "이 텍스트에는 이미지 크기가 없습니다. \(squares(sides)) 이미지이면 첫 완전 연결 층의 입력이 \(inputs)개가 됩니다"
    }
  }

  package func words(for difference: ForeignDifference) -> String {
    switch difference {
    case .epsilon(let epsilon):
      "원래 도구에서는 배치 정규화의 엡실론이 \(epsilon)이고, vggc에서는 1e-5입니다"
    case .forward(let name):
      "`\(shortened(name)).forward()`가 하는 일이 이 텍스트에 없어서 층의 순서를 가정했습니다"
    case .pairs: "쌍마다 3x3 합성곱의 수와 채널 수로 보고, 블록 끝마다 M을 넣었습니다"
    case .flattenedEnd:
      "출력이 펼친 특성맵입니다. 원래 도구에서는 값이 높이 x 너비 x 채널 순서이고, vggc에서는 채널 x 높이 x 너비 순서입니다"
    case .otherStatements:
      "읽지 않은 다른 문장들이 있습니다. 네트워크를 바꾸는 것이 있는지 확인하세요"
    }
  }

  // MARK: - Obstacles

  package func words(for finding: ForeignPart) -> FindingWords {
    FindingWords(words(for: finding.obstacle))
  }

  private static let listedObstacles = 3

  private func notes(on obstacles: [Spanned<ForeignObstacle>]) -> [Note] {
    let listed = obstacles.prefix(Self.listedObstacles).map {
      Note(words(for: $0.value), at: $0.range)
    }
    let rest = obstacles.count - listed.count
    return listed + (rest > 0 ? [Note("그 밖에 \(rest)곳")] : [])
  }

  private func words(for obstacle: ForeignObstacle) -> String {
    switch obstacle {
    case .layer(let name): "vggc에는 `\(shortened(name))` 층이 없습니다"
    case .value(let value, let name):
      "vggc에서 `\(shortened(name))`에 쓸 수 없는 값입니다: \(shortened(value))"
    case .argument(let name, let layer):
      "vggc에서 `\(shortened(layer))`에 해당하는 층에는 `\(shortened(name))` 값이 없습니다"
    case .missing(let name, let layer): "`\(shortened(layer))`에 `\(name)` 값이 없습니다"
    case .normOfFlattenedMap:
      "펼친 특성맵을 정규화합니다. vggc의 배치 정규화는 특성맵이나 완전 연결 층의 출력에 적용합니다"
    case .channels(let stated, let carried):
      "입력 채널이 \(stated)개인데 앞 층의 출력 채널은 \(carried)개입니다"
    case .inputs(let stated, let carried): "입력이 \(stated)개인데 앞 층의 출력은 \(carried)개입니다"
    case .inputsOfNoImage(let inputs): "여기서 입력이 \(inputs)개가 되는 정사각형 이미지는 없습니다"
    case .missingFlatten: "이 층 앞에서 특성맵을 펼치지 않습니다"
    case .mapTooSmall: "특성맵이 이 층에 너무 작습니다"
    case .branch(let name):
      "`\(shortened(name))` 층이 앞 층에 이어지지 않습니다. vggc의 네트워크는 한 줄로 이어집니다"
    case .unevenPadding(let near, let far):
      "패딩이 양쪽에서 다릅니다(\(uneven(near, far))). vggc의 패딩은 양쪽이 같습니다"
    case .sameWithoutSize:
      "보폭이 2 이상인 `same`의 패딩은 이미지 크기에 따라 정해지는데, 이미지 크기가 없습니다"
    case .expression: "수, 이름, 층이 아닙니다"
    }
  }

  /// The uneven padding: `위 0행, 아래 1행`.
  private func uneven(_ near: Sides, _ far: Sides) -> String {
    let rows = near.height == far.height ? nil : "위 \(near.height)행, 아래 \(far.height)행"
    let columns = near.width == far.width ? nil : "왼쪽 \(near.width)열, 오른쪽 \(far.width)열"
    return [rows, columns].compactMap { $0 }.joined(separator: ", ")
  }

  static let foreignText = FindingExplanation(
    title: "다른 도구의 텍스트입니다",
    meaning: """
      설정이 아니라 Python 소스, PyTorch가 출력한 모델, Keras의 JSON, darknet이나 Caffe 파일 등입니다. vggc는 이런 텍스트를 \
      알아보며, 네트워크의 모든 부분을 이해하면 설정을 써 줍니다. 이미지 크기처럼 그 텍스트에 없는 것이나 vggc에 없는 층은 참고에 \
      나옵니다.
      """,
    repair: """
      `vggc check --fix`로 설정을 쓰세요. `.yaml`과 `.yml` 파일에서만 되므로 다른 파일은 먼저 사본을 만드세요. 제안이 없으면 층을 \
      vggc의 항목으로 적으세요.
      """)
}
