import VGGDiagnostics
import VGGGraph

extension Korean {
  package func label(_ label: LessonLabel) -> String {
    switch label {
    case .eachValue: "각 값"
    case .size: name(of: SizeQuantity.size)
    case .rows: name(of: SizeQuantity.rows)
    case .columns: name(of: SizeQuantity.columns)
    case .parameters: "매개변수"
    case .macs: "MAC"
    case .sees: "수용 영역"
    case .jump: "간격"
    case .inChannels: "in_channels"
    case .inFeatures: "in_features"
    case .leftOut: "남는 부분"
    case .valueCount: "값의 수"
    case .order: "순서"
    case .training: "학습"
    case .inference: "추론"
    case .stored: "저장"
    case .bin: "행 i"
    }
  }

  package func activated(_ formula: String) -> String { "\(formula); 학습하는 값 없음" }

  package func largest(of window: Window) -> String {
    "\(window.kernel.height) x \(window.kernel.width) 가운데 가장 큰 값"
  }

  package func mean(of window: Window) -> String {
    "\(window.kernel.height) x \(window.kernel.width)의 평균"
  }

  package func runningStatistics(channels: Int) -> String {
    "그 밖에 이동 평균과 이동 분산 2 * \(channels)개, 학습하는 값은 아님"
  }

  package func sees(_ formula: String, _ quantity: SizeQuantity) -> String {
    switch quantity {
    case .size: "\(formula) 픽셀"
    case .rows: "세로 \(formula) 픽셀"
    case .columns: "가로 \(formula) 픽셀"
    }
  }

  package func jump(_ formula: String, _ quantity: SizeQuantity) -> String {
    switch quantity {
    case .size: "이웃한 값 사이 \(formula) 픽셀"
    case .rows: "위아래로 이웃한 값 사이 \(formula) 픽셀"
    case .columns: "좌우로 이웃한 값 사이 \(formula) 픽셀"
    }
  }

  package func channelStep(of convolution: Conv2d, next: String?) -> String {
    let next = next.map { ", \(with($0, .subject)) 받음" } ?? "; 뒤따르는 합성곱 없음"
    return
      "Conv2d(\(convolution.inputChannels), \(convolution.outputChannels)), 그다음 in_channels = "
      + "\(convolution.outputChannels)\(next)"
  }

  package func denseValue(of layer: DenseLinear) -> String {
    let window = "\(layer.channels) x \(layer.kernel.height) x \(layer.kernel.width)"
    return "창 하나의 값 \(window)개에 대한 완전 연결 층의 출력"
  }

  package func imageHas(_ channels: Int) -> String { "이미지의 채널은 \(channels)개" }

  package func channelsStay(_ channels: Int) -> String { "\(channels) 그대로" }

  package func leftOut(rows: Int, columns: Int) -> String {
    let edges = [
      rows > 0 ? "아래쪽 행 \(grouped(rows))개" : nil,
      columns > 0 ? "오른쪽 열 \(grouped(columns))개" : nil,
    ]
    return "\(edges.compactMap { $0 }.joined(separator: ", ")), 창이 닿지 않음"
  }

  package func inputFeatures(_ count: Int) -> String { "\(count), 앞 층의 출력 전부" }

  package func binRows(from start: String, upTo end: String) -> String {
    "입력 행 \(start)부터 \(end) 앞까지의 평균"
  }

  package func binColumns(_ fraction: String) -> String { "\(with(fraction, .object)) 써서 같은 방법으로" }

  package func dropped(_ probability: String) -> String {
    "확률 \(with(probability, .by)) 0이 되고, 아니면 x / (1 - \(probability))"
  }

  package func cut(after shown: Int, of all: Int) -> String {
    """
    층 \(grouped(all))개 가운데 앞의 \(grouped(shown))개만 적었습니다. vggc summary는 모두 보여 줍니다.
    """
  }
}
