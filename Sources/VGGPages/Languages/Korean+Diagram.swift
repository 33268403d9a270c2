import VGGDiagnostics
import VGGGraph

extension Korean {
  package func diagramTitle(_ networks: String) -> String { "\(networks)의 특성맵" }

  package func diagramHeading(_ graph: ModelGraph) -> String {
    let totals = graph.totals
    return """
      입력 \(graph.input), 출력 \(graph.output): 가중치 층 \(grouped(totals.weightLayers))개, \
      매개변수 \(grouped(totals.parameters))개, MAC \(grouped(totals.macs))회
      """
  }

  package func meaning(of kind: VolumeKind, isNormalized: Bool, activations: [String]) -> String {
    switch kind {
    case .image: "이미지"
    case .convolution:
      (["합성곱"] + (isNormalized ? ["배치 정규화"] : []) + activations).joined(separator: ", ")
    case .pooling: "풀링"
    case .normalization: "국소 응답 정규화"
    case .flatten: "평탄화한 특성맵"
    case .linear: "완전 연결 층"
    case .softmax: "소프트맥스"
    }
  }

  package func repeated(_ count: Int, from first: String, to last: String) -> String {
    "\(first)~\(last) \(grouped(count))개"
  }

  package func box(
    _ names: String, operations: [String], gives shape: Shape, parameters: Int
  ) -> String {
    let made = operations.isEmpty ? "" : "\(operations.joined(separator: ", ")), 출력 "
    let learned = parameters == 0 ? "" : ", 매개변수 \(grouped(parameters))개"
    return "\(names): \(made)\(shape)\(learned)"
  }

  package func tapped(_ names: [String]) -> String { "출력: \(names.joined(separator: ", "))" }

  package var tapMeaning: String { "마지막 출력 외의 출력" }

  package func omitted(_ count: Int) -> String { "\(grouped(count))개 생략" }
}
