import VGGDiagnostics

extension Korean {
  package var layer: String { "층" }
  package var layers: String { "층" }
  package var convolution: String { "합성곱" }
  package var kernel: String { "커널" }
  package var stride: String { "보폭" }
  package var padding: String { "패딩" }
  package var channels: String { "채널" }
  package var height: String { "높이" }
  package var width: String { "너비" }
  package var input: String { "입력" }
  package var output: String { "출력" }
  package var image: String { "이미지" }
  package var featureMap: String { "특성맵" }
  package var receptiveField: String { "수용 영역" }
  package var maxPooling: String { "최대 풀링" }
  package var averagePooling: String { "평균 풀링" }
  package var adaptiveAveragePooling: String { "적응형 평균 풀링" }
  package var batchNormalization: String { "배치 정규화" }
  package var localResponseNormalization: String { "국소 응답 정규화" }
  package var activationFunction: String { "활성화 함수" }
  package var flattening: String { "평탄화" }
  package var fullyConnectedLayer: String { "완전 연결 층" }
  package var classifier: String { "분류기" }
  package var dropout: String { "드롭아웃" }
  package var weights: String { "가중치" }
  package var bias: String { "편향" }
  package var parameters: String { "매개변수" }
  package var macs: String { "MAC" }
  package var memory: String { "메모리" }
  package var classes: String { "클래스" }
}
