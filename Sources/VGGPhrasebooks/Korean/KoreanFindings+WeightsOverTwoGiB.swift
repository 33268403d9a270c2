import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: WeightsOverTwoGiB) -> FindingWords {
    FindingWords(
      "가중치가 \(grouped(finding.bytes))바이트로 ONNX 파일 하나의 한도인 2 GiB를 넘습니다",
      notes: [Note("채널 수를 줄이거나 emit에 --external-data를 붙이세요")])
  }

  static let weightsOverTwoGiB = FindingExplanation(
    title: "가중치가 ONNX 파일 하나에 담기에 너무 큽니다",
    meaning: """
      ONNX 파일은 프로토콜 버퍼 메시지 하나이며 2 GiB를 넘을 수 없습니다. 4바이트 가중치 536,870,912개입니다. 논문에서 가장 큰 \
      VGG-19의 가중치는 143,667,240개입니다. 채널 4096개에서 4096개로 가는 3x3 합성곱 하나만 해도 150,999,040개인데, 4096은 완전 연결 \
      층의 수를 잘못 적은 것으로 보입니다.
      """,
    repair: """
      채널 수를 줄이세요. 논문의 네트워크는 512개까지입니다. safetensors 파일에는 이런 한도가 없습니다.
      """)
}
