import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: ConflictingKeys) -> FindingWords {
    switch finding {
    case .modelsWithinModel:
      FindingWords("`models`는 파일 최상위에만 쓸 수 있습니다")
    case .nameWithinModels(let name):
      FindingWords("이 모델의 이름은 `models` 아래의 키로 이미 정해졌습니다: `\(shortened(name))`")
    case .twoFeatures(let first, let second), .twoClassifierLayers(let first, let second):
      FindingWords(
        "한 항목에 `\(shortened(first))` 키와 `\(shortened(second))` 키를 함께 쓸 수 없습니다",
        notes: [Note("`\(shortened(second))` 키를 별도 항목으로 적으세요")])
    case .partOfOtherOptimizer(let key, let owner, let optimizer):
      FindingWords(
        "`\(key)` 키는 \(owner) 옵티마이저에만 쓰는데, 지정된 옵티마이저는 \(optimizer)입니다")
    case .rateAndRates(let schedule):
      FindingWords(
        "학습률이 두 번 지정되었습니다: 스케줄에 에포크마다 학습률이 있습니다",
        notes: [Note("학습률 목록이 여기 있습니다", at: schedule)])
    case .alternatives(let first, let second, let choice):
      FindingWords(
        "\(words(for: choice))에 이미 `\(first)` 키가 있습니다",
        notes: [Note("`\(first)` 키와 `\(second)` 키 가운데 하나만 남기세요")])
    case .poolAndDense(_, let dense):
      FindingWords(
        "`avgpool`은 특성맵을 정해진 크기로 줄이지만, 밀집형 분류기는 특성맵의 모든 위치에서 계산합니다",
        notes: [Note("밀집형은 여기서 지정되었습니다", at: dense)])
    case .factorOfCosine:
      FindingWords("코사인 스케줄에는 `factor`가 없습니다: 코사인의 값은 마지막 학습률입니다")
    }
  }

  private func words(for choice: ConflictingKeys.Choice) -> String {
    switch choice {
    case .schedule: "스케줄"
    case .randomCrop: "무작위 자르기"
    }
  }

  static let conflictingKeys = FindingExplanation(
    title: "함께 쓸 수 없는 두 키가 있습니다",
    meaning: """
      `features`나 `classifier` 목록의 한 항목에 층이 두 개 적혀 있습니다. 매핑의 키에는 순서가 없으므로 어느 층이 먼저인지 \
      알 수 없습니다. `models`에서 이미 이름을 얻은 모델 안의 `name`과, 모델 안의 `models`도 이 오류에 해당합니다.

      `avgpool`은 마지막 특성맵을 정해진 크기로 만들고, `dense`가 있는 분류기는 특성맵의 모든 위치에서 계산한 점수를 평균합니다. \
      한 네트워크에는 둘 중 하나만 쓸 수 있습니다.
      """,
    repair: """
      층마다 항목을 따로 적으세요.
      """)
}
