import VGGDiagnostics
import VGGSpec

extension KoreanKeys {
  func documentation(of key: PreprocessKey) -> KeyDocumentation {
    switch key {
    case .resize:
      KeyDocumentation(
        "자르기 전의 크기입니다. 짧은 변의 픽셀 수로 적습니다. 비율과 관계없이 사진 전체를 맞추려면 `[height, width]`로 적습니다.",
        rule: "입력과 크기가 같은 사진은 그대로, 다른 사진은 입력 높이와 너비의 256/224배를 덮는 가장 작은 크기")
    case .interpolation: KeyDocumentation("사진의 크기를 조정하는 필터로, Pillow의 필터와 같습니다.")
    case .crop: KeyDocumentation("사진의 가운데를 자르는 크기입니다. 입력의 크기와 같아야 합니다.", rule: "입력의 크기")
    case .mean:
      KeyDocumentation(
        "0부터 1까지인 픽셀 값에서 빼는 값입니다. 하나만 적거나 채널마다 하나씩 적습니다.",
        rule: "채널이 3개면 \(LanguageDefaults.colourMean), 아니면 \(plain(LanguageDefaults.mean))")
    case .std:
      KeyDocumentation(
        "`mean` 값을 뺀 다음 나누는 값입니다. 하나만 적거나 채널마다 하나씩 적습니다.",
        rule:
          "채널이 3개면 \(LanguageDefaults.colourDeviation), 아니면 \(plain(LanguageDefaults.deviation))")
    }
  }

  func documentation(of key: AugmentKey) -> KeyDocumentation {
    switch key {
    case .crop: KeyDocumentation("사진에서 사용할 부분입니다.")
    case .flip: KeyDocumentation("사진의 좌우를 반전할 확률입니다.")
    }
  }

  func documentation(of key: RandomCropKey) -> KeyDocumentation {
    switch key {
    case .scale: KeyDocumentation("자른 부분이 사진 넓이에서 차지하는 비율의 최솟값과 최댓값입니다.")
    case .ratio: KeyDocumentation("높이에 대한 너비의 비율의 최솟값과 최댓값입니다.", rule: "3/4부터 4/3까지")
    case .padding: KeyDocumentation("가운데를 자른 사진의 각 변에 더하는 검은 픽셀의 수입니다. 그다음 입력 크기로 무작위로 자릅니다.")
    }
  }
}
