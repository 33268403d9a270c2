import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  /// The requirement for a subject, without its current value: `값은 정수여야 합니다`.
  func mustBe(_ subject: Subject, _ expected: String) -> String {
    "\(with(words(for: subject), .topic)) \(with(expected, .mustBe)) 합니다"
  }

  /// The current value, after a sentence about the required one.
  func seen(_ value: String) -> String { "(현재 값: \(value))" }

  func words(for kind: ValueKind) -> String {
    switch kind {
    case .list: "목록"
    case .mapping: "매핑"
    case .nothing: "빈 값"
    case .truth(let text): "불리언 \(text)"
    case .number(let text): "숫자 \(shortened(text))"
    case .text(let text): "문자열 \"\(shortened(text))\""
    case .unread: "읽을 수 없는 값"
    }
  }

  func words(for subject: Subject) -> String {
    switch subject {
    case .key(let key): "`\(key)` 값"
    case .side(let side, let key): "`\(key)`의 \(words(for: side))"
    case .feature: "`features`의 항목"
    case .outputChannels: "합성곱의 출력 채널 수"
    case .classifierLayer: "분류기의 층"
    case .hiddenLayer: "은닉층의 크기"
    case .linearOutputs: "완전 연결 층의 출력 수"
    case .label: "레이블"
    case .rateOfEpoch: "에포크의 학습률"
    case .step: "`step`의 에포크"
    case .beta: "`betas`의 값"
    case .layerName: "층의 이름"
    }
  }

  private func words(for side: Subject.Side) -> String {
    switch side {
    case .channels: "채널 수"
    case .height: "높이"
    case .width: "너비"
    }
  }

  package func words(for section: Section) -> String {
    switch section {
    case .configuration: "설정"
    case .input: "`input`"
    case .convolution: "합성곱 층"
    case .maxPooling: "최대 풀링 층"
    case .averagePooling: "평균 풀링 층"
    case .localResponseNorm: "LRN 층"
    case .activation: "활성화 함수"
    case .globalPooling: "전역 풀링 층"
    case .dropout: "드롭아웃 층"
    case .classifier: "`classifier`"
    case .classifierLayer: "분류기의 층"
    case .linear: "완전 연결 층"
    case .preprocess: "`preprocess`"
    case .augment: "`augment`"
    case .randomCrop: "무작위 자르기"
    case .training: "`training`"
    case .schedule: "`schedule`"
    case .limits: "`limits`"
    }
  }

  func words(for expectation: Expectation) -> String {
    switch expectation {
    case .text: "문자열"
    case .truth: "true 또는 false"
    case .wholeNumber: "정수"
    case .number: "숫자"
    case .features: "[64, M, 128, M] 같은 목록"
    case .feature: "채널 수, M 또는 LRN"
    case .activation: "relu 같은 이름, {leaky_relu: 0.1} 같은 매핑, 또는 none"
    case .globalPool: "max 또는 average"
    case .models: "이름마다 모델을 적은 매핑"
    case .model: "`features` 목록이나 매핑"
    case .input: "[3, 224, 224] 같은 [channels, height, width]"
    case .averagePool: "none, 7 같은 크기, 또는 [height, width]"
    case .size: "224 같은 크기, 또는 [height, width]"
    case .sides: "정수, 또는 [height, width]"
    case .layerNames: "[relu1_2, relu2_2] 같은 층 이름 목록"
    case .groups: "정수 또는 depthwise"
    case .classifier: "매핑이나 층 목록"
    case .classifierLayer: "linear, relu 같은 활성화 함수, batch_norm, dropout, softmax 중 하나"
    case .hiddenLayers: "[4096, 4096] 같은 크기 목록, 완전 연결 층이 하나라면 []인 목록"
    case .labels: "클래스 이름 목록이나 그런 파일"
    case .preprocess: "resize, crop, mean, std가 있는 매핑"
    case .resize: "256 같은 크기, [height, width], 또는 none"
    case .augment: "crop과 flip이 있는 매핑"
    case .randomCrop: "none, random, {scale: [0.08, 1]}, {padding: 4} 중 하나"
    case .bounds: "가장 작은 값과 가장 큰 값의 목록"
    case .training: "optimizer, rate, epochs 등이 있는 매핑"
    case .betas: "[0.9, 0.999] 같은 감쇠 값 두 개의 목록"
    case .rates: "에포크마다 학습률이 있는 목록"
    case .epochs: "30이나 [30, 60] 같은 에포크"
    case .limits: "parameters, macs, activations가 있는 매핑"
    case .count: "20M 같은 개수"
    case .byteCount: "64MiB 같은 크기"
    }
  }
}
