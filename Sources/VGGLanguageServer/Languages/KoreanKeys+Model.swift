import VGGSpec

extension KoreanKeys {
  func documentation(of key: ModelKey) -> KeyDocumentation {
    switch key {
    case .name: KeyDocumentation("모델의 이름입니다.", rule: "확장자를 뺀 파일 이름")
    case .extends: KeyDocumentation("바탕이 되는 내장 설정이나 파일입니다. 여기에 적은 키가 그 설정의 키를 대신합니다.", rule: "없음")
    case .input: KeyDocumentation("이미지의 채널 수, 높이, 너비입니다.")
    case .features:
      KeyDocumentation(
        "분류기 앞의 층을 순서대로 적은 목록입니다.",
        rule: "`extends`로 가져온 값(`extends`가 없으면 필수)")
    case .batchNorm: KeyDocumentation("합성곱과 활성화 함수 사이마다 배치 정규화를 둘지 정합니다.")
    case .activation:
      KeyDocumentation(
        "합성곱과, 짧은 형식으로 적은 분류기의 은닉층 다음에 오는 활성화 함수입니다. 쓰지 않으려면 `none`을 적으세요.")
    case .avgpool: KeyDocumentation("마지막 특성맵에 적용하는 적응형 평균 풀링의 출력 높이와 너비입니다. 1이면 전역 평균 풀링입니다.")
    case .classifier:
      KeyDocumentation(
        "완전 연결 층입니다. `hidden`, `dropout`, `classes`가 있는 매핑, 층 목록, `none` 중 하나로 적습니다.",
        rule:
          "`{hidden: \(LanguageDefaults.hidden), dropout: \(LanguageDefaults.dropout), classes: \(LanguageDefaults.classes)}`"
      )
    case .until:
      KeyDocumentation(
        "네트워크의 마지막 층입니다. 논문이나 torchvision의 이름으로 적습니다: `relu5_4`, `features.28`.",
        rule: "분류기의 마지막 층")
    case .taps:
      KeyDocumentation(
        "값을 네트워크의 출력에 추가할 층입니다. 논문이나 torchvision의 이름으로 적습니다: `[relu1_2, relu2_2]`.",
        rule: "없음")
    case .labels:
      KeyDocumentation(
        "출력 순서대로 적은 클래스 이름입니다. 목록이나, 한 줄에 이름이 하나씩 있는 파일로 적습니다.",
        rule: "없음")
    case .preprocess: KeyDocumentation("사진을 입력으로 바꾸는 방법입니다(전처리).", rule: "입력에 따라 결정")
    case .augment: KeyDocumentation("학습할 때 사진마다 무작위로 주는 변화입니다(데이터 증강).", rule: "없음")
    case .training: KeyDocumentation("`vgg train`이 네트워크를 학습하는 방법입니다.", rule: "논문의 방법")
    case .limits: KeyDocumentation("네트워크의 크기와 연산량의 한도입니다. 넘으면 오류입니다.", rule: "없음")
    case .models:
      KeyDocumentation(
        "이름을 붙인 여러 모델입니다. 모델마다 `features` 목록이나 매핑을 적습니다. 파일의 다른 키는 모든 모델에 적용됩니다.",
        rule: "없음")
    }
  }

  func documentation(of key: InputKey) -> KeyDocumentation {
    switch key {
    case .channels: KeyDocumentation("이미지의 채널 수입니다.")
    case .height: KeyDocumentation("이미지의 높이(픽셀)입니다.")
    case .width: KeyDocumentation("이미지의 너비(픽셀)입니다.")
    }
  }

  func documentation(of key: LimitKey) -> KeyDocumentation {
    switch key {
    case .parameters: KeyDocumentation("학습으로 정해지는 매개변수의 수입니다(예: 20M).", rule: "없음")
    case .macs: KeyDocumentation("이미지 한 장을 처리할 때의 곱셈-누산(MAC) 횟수입니다(예: 2G).", rule: "없음")
    case .activations:
      KeyDocumentation(
        "이미지 한 장을 처리할 때 모든 층의 출력이 차지하는 바이트 수입니다(예: 64MiB).",
        rule: "없음")
    }
  }
}
