import VGGSpec

extension KoreanKeys {
  func documentation(of key: ConvolutionKey) -> KeyDocumentation {
    switch key {
    case .conv: KeyDocumentation("합성곱, (배치 정규화,) ReLU가 이어지는 층입니다. 값은 출력 채널 수입니다.")
    case .in: KeyDocumentation("입력 채널 수입니다. 앞 층의 출력과 맞는지 검사하는 데만 씁니다.", rule: "앞 층의 출력 채널 수")
    case .kernel: KeyDocumentation("커널의 높이와 너비입니다.")
    case .stride: KeyDocumentation("커널이 움직이는 보폭(stride)입니다.")
    case .padding:
      KeyDocumentation(
        "특성맵의 각 변에 0으로 채우는 행과 열의 수입니다(패딩).",
        rule: "커널이 걸치는 크기의 절반(내림)")
    case .dilation: KeyDocumentation("커널에서 이웃한 두 값이 특성맵에서 떨어져 있는 거리입니다.")
    case .groups:
      KeyDocumentation(
        "채널을 나누는 그룹의 수입니다. 그룹마다 자기 입력 채널만으로 계산합니다. 입력 채널 수와 출력 채널 수의 공약수여야 합니다.")
    case .bias: KeyDocumentation("출력 채널마다 편향을 둘지 정합니다.")
    case .batchNorm: KeyDocumentation("이 합성곱 다음에 배치 정규화를 둘지 정합니다.", rule: "모델의 `batch_norm`")
    case .activation:
      KeyDocumentation(
        "이 합성곱 다음에 오는 활성화 함수입니다. 쓰지 않으려면 `none`을 적으세요.",
        rule: "모델의 `activation`")
    }
  }

  func documentation(of key: MaxPoolKey) -> KeyDocumentation {
    switch key {
    case .maxpool: KeyDocumentation("최대 풀링입니다. 값은 창의 높이와 너비입니다.")
    case .stride: KeyDocumentation("창이 움직이는 보폭(stride)입니다.", rule: "창의 크기")
    case .padding: KeyDocumentation("특성맵의 각 변에 더하는 행과 열의 수입니다(패딩). 창의 절반 이하여야 합니다.")
    case .ceil: KeyDocumentation("출력 크기를 올림할지 정합니다.")
    }
  }

  func documentation(of key: AveragePoolKey) -> KeyDocumentation {
    switch key {
    case .avgpool: KeyDocumentation("평균 풀링입니다. 값은 창의 높이와 너비입니다.")
    case .stride: KeyDocumentation("창이 움직이는 보폭(stride)입니다.", rule: "창의 크기")
    case .padding: KeyDocumentation("특성맵의 각 변에 0으로 채우는 행과 열의 수입니다(패딩). 창의 절반 이하여야 합니다.")
    case .ceil: KeyDocumentation("출력 크기를 올림할지 정합니다.")
    case .countPadding: KeyDocumentation("창의 평균에 패딩의 0을 포함할지 정합니다.")
    }
  }

  func documentation(of key: LocalResponseNormKey) -> KeyDocumentation {
    switch key {
    case .lrn: KeyDocumentation("국소 응답 정규화(LRN)입니다. 값은 합에 들어가는 이웃 채널의 수입니다.")
    case .alpha: KeyDocumentation("합에 곱하는 값입니다. 먼저 `lrn` 값으로 나눕니다.")
    case .beta: KeyDocumentation("지수입니다.")
    case .k: KeyDocumentation("합에 더하는 상수입니다.")
    }
  }

  func documentation(of key: DropoutKey) -> KeyDocumentation {
    switch key {
    case .dropout: KeyDocumentation("이 확률로 값을 0으로 만드는 드롭아웃입니다.")
    }
  }

  func documentation(of key: ActivationWord) -> KeyDocumentation {
    switch key {
    case .relu: KeyDocumentation("ReLU 함수 max(0, x)입니다.")
    case .leakyReLU: KeyDocumentation("Leaky ReLU 함수입니다. 음수에는 이 기울기를 곱합니다.")
    case .elu: KeyDocumentation("ELU 함수입니다. 음수 x의 결과는 exp(x) - 1에 이 값을 곱한 값입니다.")
    case .prelu: KeyDocumentation("PReLU 함수입니다. 음수에는 학습으로 정해지는 기울기 하나를 곱합니다.")
    case .gelu: KeyDocumentation("GELU 함수입니다. x에, 정규 분포에서 x까지의 누적 확률을 곱합니다.")
    case .silu: KeyDocumentation("SiLU(swish) 함수입니다. x에 x의 시그모이드를 곱합니다.")
    case .sigmoid: KeyDocumentation("시그모이드 함수 1 / (1 + exp(-x))입니다.")
    case .tanh: KeyDocumentation("쌍곡 탄젠트 함수입니다.")
    }
  }

  func documentation(of key: GlobalPoolKey) -> KeyDocumentation {
    switch key {
    case .global: KeyDocumentation("전역 풀링입니다. 채널마다 최댓값이나 평균을 구해 1 x 1 특성맵을 만듭니다.")
    }
  }
}
