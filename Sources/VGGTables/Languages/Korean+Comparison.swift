import VGGDiagnostics

extension Korean {
  package func title(of column: ComparisonColumn) -> String {
    switch column {
    case .name: "네트워크"
    case .weightLayers: "가중치 층"
    case .parameters: "매개변수"
    case .millions: "(백만)"
    case .macs: "MAC"
    case .flattened: "분류기 입력 수"
    case .receptiveField: "수용 영역"
    case .jump: "간격"
    case .padding: "패딩"
    case .activations: "활성화 값"
    case .peak: "최대 메모리"
    }
  }

  package func meaning(of column: ComparisonColumn) -> String? {
    switch column {
    case .name, .weightLayers: nil
    case .parameters: meaning(of: Convention.parameters)
    case .millions: "(백만)은 논문의 표 2에 적힌 대로 매개변수를 백만 단위로 반올림한 수입니다."
    case .macs: meaning(of: Convention.macs)
    case .flattened: "분류기 입력 수는 평탄화(flatten)가 받는 특성맵의 채널 * 높이 * 너비입니다."
    case .receptiveField:
      meaning(of: Convention.receptiveField) + " 여기서는 마지막 특성맵의 것이며, avgpool이 있으면 그 앞의 것입니다."
    case .jump: "간격은 이웃한 두 값이 보는 위치 사이의 거리(픽셀)입니다."
    case .padding: "패딩은 첫 값이 이미지 가장자리를 넘어서 보는 거리(픽셀)입니다."
    case .activations: meaning(of: Convention.activations)
    case .peak: meaning(of: Convention.peak)
    }
  }
}
