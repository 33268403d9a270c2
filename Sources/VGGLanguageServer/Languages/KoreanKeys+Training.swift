import VGGDiagnostics
import VGGSpec

extension KoreanKeys {
  func documentation(of key: TrainingKey) -> KeyDocumentation {
    switch key {
    case .optimizer: KeyDocumentation("옵티마이저입니다. PyTorch의 것과 같습니다.")
    case .rate: KeyDocumentation("학습률입니다.", rule: byOptimizer(LanguageDefaults.rate))
    case .momentum: KeyDocumentation("`sgd`의 모멘텀입니다.")
    case .betas: KeyDocumentation("`adam`의 두 이동 평균의 감쇠율입니다.", rule: "\(LanguageDefaults.betas)")
    case .weightDecay:
      KeyDocumentation(
        "가중치에 곱해 기울기에 더하는 비율입니다(가중치 감쇠).",
        rule: byOptimizer(LanguageDefaults.weightDecay))
    case .batch: KeyDocumentation("스텝마다 쓰는 사진의 수입니다(미니배치).")
    case .epochs:
      KeyDocumentation(
        "학습 사진 전체를 도는 횟수입니다(에포크).",
        rule: "\(LanguageDefaults.epochs), 또는 `schedule`에 적은 학습률의 개수")
    case .schedule: KeyDocumentation("에포크에 따라 학습률을 바꾸는 방법입니다.")
    case .clip: KeyDocumentation("모든 가중치의 기울기를 한데 묶어 구한 노름(norm)의 최댓값입니다(기울기 클리핑).")
    case .labelSmoothing: KeyDocumentation("정답 확률 가운데 모든 클래스에 고르게 나누는 비율입니다(레이블 스무딩).")
    case .seed: KeyDocumentation("가중치의 초깃값, 사진의 순서, 데이터 증강, 드롭아웃에 쓰는 시드입니다.")
    }
  }

  func documentation(of key: ScheduleKey) -> KeyDocumentation {
    switch key {
    case .step: KeyDocumentation("이 수만큼 에포크가 지날 때마다, 또는 목록의 에포크가 끝날 때마다 학습률에 `factor` 값을 곱합니다.")
    case .cosine: KeyDocumentation("학습률이 코사인 반주기를 따라 이 값까지 줄어듭니다.")
    case .plateau: KeyDocumentation("정확도가 나아지지 않는 에포크가 이 수만큼 이어지면 학습률에 `factor` 값을 곱합니다.")
    case .factor: KeyDocumentation("학습률에 곱하는 값입니다.")
    }
  }

  /// The value with `sgd`, and then the one with `adam`.
  private func byOptimizer(_ value: (OptimizerName) -> Double) -> String {
    "\(plain(value(.sgd))), `adam`이면 \(plain(value(.adam)))"
  }
}
