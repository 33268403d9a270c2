import VGGDiagnostics
import VGGPhotoFit
import VGGSpec

extension KoreanKeys {
  func summary(of word: Word) -> String {
    switch word.meaning {
    case .feature(let feature): summary(of: feature)
    case .activation(let activation):
      activation.usual.number.map { sameAs("{\(activation.rawValue): \(plain($0))}") }
        ?? documentation(of: activation).summary
    case .classifierLayer(let layer): documentation(of: layer).summary
    case .globalPool(let pool): summary(of: pool)
    case .padding(let padding): summary(of: padding)
    case .groups(let groups): summary(of: groups)
    case .interpolation(let filter): summary(of: filter)
    case .randomCrop: sameAs("{scale: [0.08, 1], ratio: [0.75, 1.3333]}")
    case .optimizer(let optimizer): summary(of: optimizer)
    case .schedule(let schedule): summary(of: schedule)
    case .builtIn: "내장 설정 \(word.text)입니다."
    case .without(let part): summary(without: part)
    }
  }

  /// The statement that a word stands for a longer notation.
  private func sameAs(_ notation: String) -> String { "\(with("`\(notation)`", .and)) 같습니다." }

  private func summary(of feature: FeatureWord) -> String {
    switch feature {
    case .letter: "보폭이 2인 2x2 최대 풀링입니다."
    case .maxpool: "보폭이 2인 2x2 최대 풀링으로, `M`과 같습니다."
    case .lrn: "논문의 국소 응답 정규화로, `{lrn: 5, alpha: 5e-4, beta: 0.75, k: 2}`와 같습니다."
    case .batchNorm: "목록의 이 자리에서 채널마다 하는 배치 정규화입니다. 순서는 합성곱, ReLU, 배치 정규화입니다."
    }
  }

  private func summary(of pool: GlobalPool) -> String {
    switch pool {
    case .maximum: "채널마다 구한 최댓값입니다."
    case .average: "채널마다 구한 평균입니다."
    }
  }

  private func summary(of padding: PaddingWord) -> String {
    switch padding {
    case .same: "홀수인 커널이 걸치는 크기의 절반으로, 특성맵의 크기가 유지됩니다. 보폭이 1이어야 합니다."
    case .valid: "패딩이 없습니다. 0과 같습니다."
    }
  }

  private func summary(of groups: GroupsWord) -> String {
    switch groups {
    case .depthwise: "입력 채널마다 그룹이 하나씩 있습니다."
    }
  }

  private func summary(of filter: PhotoInterpolation) -> String {
    switch filter {
    case .bilinear: "주변 픽셀을 가까울수록 크게 반영한 평균입니다."
    case .bicubic: "`bilinear`와 같지만 3차 함수로 가중하므로 윤곽이 더 선명합니다."
    case .nearest: "가장 가까운 픽셀 하나의 값입니다."
    }
  }

  private func summary(of optimizer: OptimizerName) -> String {
    switch optimizer {
    case .sgd: "`momentum` 값을 쓰는 확률적 경사 하강법입니다."
    case .adam: "`betas` 값을 쓰는 Adam입니다."
    }
  }

  private func summary(of schedule: ScheduleWord) -> String {
    switch schedule {
    case .constant: "학습률이 바뀌지 않습니다."
    case .plateau:
      sameAs(
        "{plateau: \(RateSchedule.standardPatience), factor: \(RateSchedule.standardFactor)}")
    case .cosine: "학습률이 코사인 반주기를 따라 0까지 줄어듭니다."
    }
  }

  private func summary(without part: WordMeaning.OptionalPart) -> String {
    switch part {
    case .activation: "활성화 함수를 쓰지 않습니다."
    case .avgpool: "특성 추출 층과 분류기 사이에서 풀링하지 않습니다."
    case .classifier: "분류기가 없고, 네트워크가 마지막 특성맵에서 끝납니다."
    case .dense: "특성맵을 펼칩니다."
    case .resize: "사진의 크기를 조정하지 않습니다."
    case .crop: "`preprocess`에 적은 대로 가운데를 자릅니다."
    case .clip: "최댓값을 두지 않습니다."
    }
  }
}
