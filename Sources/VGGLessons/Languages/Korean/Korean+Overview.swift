import VGGDiagnostics
import VGGFindings
import VGGGraph

extension Korean {
  package func title(of graph: ModelGraph) -> String {
    "\(printable(graph.name)): 층별 설명"
  }

  package func title(of trace: LayerTrace) -> String {
    "\(printable(trace.name)): 오류가 난 곳까지"
  }

  package func overview(
    of graph: ModelGraph, convolutions: Int, fullyConnected: Int
  ) -> String {
    let input = graph.input
    let count = "\(grouped(graph.output.elementCount))개"
    let results =
      switch (graph.outcome, graph.output) {
      case (.scores, _): "클래스별 \(with("점수 \(count)", .object)) 출력합니다"
      case (.probabilities, _): "클래스별 \(with("확률 \(count)", .object)) 출력합니다"
      case (.features, .map(let map)): "\(map) 특성맵을 출력합니다. 클래스를 나타내는 값은 없습니다"
      case (.features, .vector):
        "이미지를 나타내는 \(with("값 \(count)", .object)) 출력합니다. 클래스를 나타내는 값은 없습니다"
      }
    return """
      이 네트워크는 채널 \(grouped(input.channels))개, 행 \(grouped(input.height))개, 열
      \(grouped(input.width))개인 이미지(\(input))를 받아
      \(results). 가중치가 있는 층(논문의
      weight layers)은 \(grouped(graph.totals.weightLayers))개로, 합성곱 층(convolutional
      layer) \(grouped(convolutions))개와 완전 연결 층(fully connected layer) \(grouped(fullyConnected))개입니다.
      """
  }

  package func tapped(_ taps: [(name: String, shape: Shape)]) -> String {
    """
    `taps`에 적은 층의 값도 함께 출력합니다: \(taps.map { "\($0.name)(\($0.shape))" }.joined(separator: ", ")). 지각
    손실(perceptual loss)은 두 이미지에서 나온 이런 특성맵을 비교합니다. 앞쪽 층은 가장자리와 색을, 뒤쪽 층은 물체의
    부분을 나타냅니다. 출력하는 것은 그 층 자체의 값으로, 다음 층은 이 값을 바꾸지 않습니다.
    """
  }

  package func overview(of trace: LayerTrace) -> String {
    let input = trace.input.map { "\($0)(채널 x 높이 x 너비) 이미지를 받으며, " } ?? ""
    return """
      이 네트워크는 \(input)층 \(grouped(trace.layers.count))개 다음에서 검사(\(trace.stop.id.rawValue))를
      통과하지 못합니다. 아래에서는 오류 앞의 층들을 설명한 다음 오류를 설명합니다.
      """
  }
}
