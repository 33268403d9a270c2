import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGMarkup
import VGGPhrasebooks

extension Korean {
  package func title(of column: LayerColumn) -> String {
    switch column {
    case .name: "층"
    case .torchvisionName: "torchvision"
    case .notation: "표기"
    case .input: "입력"
    case .output: "출력"
    case .parameters: "매개변수"
    case .macs: "MAC"
    case .receptiveField: "수용 영역"
    case .arithmetic: "계산"
    }
  }

  package func name(of quantity: SizeQuantity) -> String {
    switch quantity {
    case .size: "크기"
    case .rows: "행"
    case .columns: "열"
    }
  }

  package func pooled(to pool: AdaptiveAvgPool2d) -> String {
    "어떤 크기든 \(with("\(pool.height)x\(pool.width)", .by))"
  }

  package var findings: any FindingPhrasebook { KoreanFindings() }

  package func heading(from input: String, to output: String, _ weightLayers: Int) -> String {
    "\(input) -> \(output), 가중치 층 \(grouped(weightLayers))개"
  }

  package func heading(from input: String?, stoppedBy id: DiagnosticID) -> String {
    (input.map { "\($0) -> " } ?? "") + "오류로 멈춤(\(id.rawValue))"
  }

  package func stopped(because reason: String) -> String { "여기에서 멈춥니다: \(reason)" }

  package func notShown(relus: Int, activations: Int, dropouts: Int) -> String {
    let kinds = [
      relus > 0 ? "ReLU \(grouped(relus))개" : nil,
      activations > 0 ? "활성화 함수 \(grouped(activations))개" : nil,
      dropouts > 0 ? "드롭아웃 \(grouped(dropouts))개" : nil,
    ].compactMap { $0 }
    return "표에서 뺀 층: \(kinds.joined(separator: ", ")). 모양을 바꾸지 않고 학습하는 값도 없습니다."
  }

  package func taps(_ taps: [(name: String, shape: Shape)]) -> String {
    "마지막 출력 외의 출력: \(taps.map { "\($0.name) \($0.shape)" }.joined(separator: ", "))."
  }

  package func title(of total: Total) -> String {
    switch total {
    case .weightLayers: "가중치 층"
    case .parameters: "매개변수"
    case .stateBytes: "가중치"
    case .macs: "MAC"
    case .flattened: "분류기 입력 수"
    case .receptiveField: "수용 영역"
    case .activationBytes: "활성화 값"
    case .peakActivationBytes: "최대 메모리"
    }
  }

  package func amount(ofBytes count: Int) -> String {
    count < 1_024 ? "\(count)바이트" : bytes(count)
  }

  package func parameterBreakdown(features: Int, classifier: Int) -> String {
    "특성 추출 층 \(grouped(features)), 분류기 \(grouped(classifier))"
  }

  package func macBreakdown(_ macs: Int) -> String {
    "\(abbreviated(macs)); FLOPs로 세면 MAC 하나가 2 FLOPs"
  }

  package func receptiveFieldBreakdown(_ field: ReceptiveField, isPooledAfter: Bool) -> String {
    "픽셀; 간격 \(grouped(field.jump)), 패딩 \(grouped(field.padding)); "
      + (isPooledAfter ? "avgpool 앞의 마지막 특성맵" : "마지막 특성맵")
  }

  package func meaning(of convention: Convention) -> String {
    switch convention {
    case .macs:
      """
      MAC 하나는 곱셈 한 번과 덧셈 한 번입니다. 편향, ReLU, 풀링, 정규화는 세지 않습니다. 이미지 한 장 \
      기준입니다.
      """
    case .parameters:
      """
      매개변수는 학습으로 정해지는 값, 곧 가중치와 편향, 배치 정규화의 스케일(γ)과 시프트(β)입니다. 배치 정규화의 이동 \
      평균과 이동 분산은 포함하지 않습니다.
      """
    case .receptiveField:
      """
      수용 영역은 값 하나가 영향을 받는 이미지 부분의 한 변(픽셀)입니다. 이미지 전체이거나 값마다 다르면 -로 \
      적습니다.
      """
    case .activations:
      """
      바이트는 이미지 한 장의 float32 값을 센 것입니다. 활성화 값은 제자리(in-place)에서 계산하지 않는 모든 층의 \
      출력입니다.
      """
    case .peak: "최대 메모리는 층을 하나씩 실행할 때 층의 입력과 출력을 담는 두 버퍼의 크기입니다."
    case .taps:
      """
      `taps`에 적은 층의 값은 끝까지 남겨 두므로 최대 메모리에 더합니다. 그 바로 다음 층은 제자리에서 계산하지 \
      않습니다.
      """
    }
  }
}
