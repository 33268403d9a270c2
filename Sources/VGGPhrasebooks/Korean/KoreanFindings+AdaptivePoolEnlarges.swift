import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: AdaptivePoolEnlarges) -> FindingWords {
    let from = finding.from
    return FindingWords(
      "avgpool이 값을 반복해 \(sides(from.plane)) 특성맵을 \(with(sides(finding.to), .by)) 키웁니다",
      notes: [
        Note(
          "`avgpool: none`이면 분류기의 입력은 반복되는 값 없이 \(shape(from)) = \(grouped(finding.values))개입니다"
        )
      ])
  }

  static let adaptivePoolEnlarges = FindingExplanation(
    title: "적응형 풀링이 특성맵을 키웁니다",
    meaning: """
      `avgpool: [7, 7]`은 어떤 특성맵을 받아도 7 x 7 특성맵을 출력합니다. 더 작은 특성맵을 받으면 값을 반복해 키울 \
      수밖에 없으며, 1 x 1을 받으면 값 하나를 49번 반복합니다. 그러면 분류기의 첫 층은 입력이 512 * 7 * 7 = \
      25,088개가 되지만 서로 다른 값은 512개뿐이고, 가중치 하나면 될 자리에 49개가 있습니다. torchvision의 VGG에 \
      CIFAR의 32 x 32 이미지를 넣으면 아무 경고 없이 이렇게 됩니다.
      """,
    repair: """
      `avgpool`을 지우거나 특성맵에 맞는 크기로 바꾸세요. 224 x 224 이미지로 학습한 가중치를 그대로 쓰려면 이미지를 \
      키우세요.
      """)
}
