import VGGSpec

extension KoreanKeys {
  func documentation(of key: ClassifierKey) -> KeyDocumentation {
    switch key {
    case .dense:
      KeyDocumentation(
        "논문의 완전 합성곱(dense) 형태입니다. 값은 첫 층을 학습한 특성맵의 크기로, 7이나 `[7, 7]`처럼 적습니다. 더 큰 특성맵에서는 층을 합성곱으로 보고 모든 위치에서 계산하여 점수의 평균을 구합니다."
      )
    case .hidden:
      KeyDocumentation(
        "은닉층의 크기 목록입니다. 은닉층마다 활성화 함수와 드롭아웃이 뒤따릅니다. 은닉층이 없으면 `[]`로 적습니다.")
    case .dropout: KeyDocumentation("은닉층의 활성화 함수 다음에 오는 드롭아웃의 확률입니다. 0이면 드롭아웃 층이 없습니다.")
    case .classes: KeyDocumentation("마지막 층의 출력 수입니다.")
    }
  }

  func documentation(of key: ClassifierElementKey) -> KeyDocumentation {
    switch key {
    case .linear: KeyDocumentation("완전 연결 층입니다. 출력 수, 또는 `in`, `out`, `bias`가 있는 매핑으로 적습니다.")
    case .batchNorm: KeyDocumentation("완전 연결 층의 출력마다 하는 배치 정규화입니다.")
    case .dropout: KeyDocumentation("이 확률로 값을 0으로 만드는 드롭아웃입니다.")
    case .softmax: KeyDocumentation("모든 값에 대한 소프트맥스입니다.")
    }
  }

  func documentation(of key: LinearKey) -> KeyDocumentation {
    switch key {
    case .in: KeyDocumentation("입력 수입니다. 앞 층의 출력과 맞는지 검사하는 데만 씁니다.", rule: "앞 층의 출력 수")
    case .out: KeyDocumentation("출력 수입니다.")
    case .bias: KeyDocumentation("출력마다 편향을 둘지 정합니다.")
    }
  }
}
