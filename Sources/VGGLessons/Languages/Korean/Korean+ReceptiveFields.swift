import VGGDiagnostics
import VGGGraph

extension Korean {
  package var receptiveFieldsHeading: String { "값 하나가 보는 범위: 수용 영역" }

  package var receptiveFieldMeaning: String {
    """
    어떤 값의 수용 영역은 그 값이 영향을 받는 이미지의 부분이며, 한 변이 몇 픽셀인 정사각형입니다. 픽셀 하나는
    자기 자신만 봅니다. 창 하나를 지날 때마다 수용 영역은 (커널 - 1) * 간격만큼 넓어집니다. 간격은 이웃한 두
    값이 보는 자리 사이의 거리(픽셀)입니다. 보폭이 간격을 곱절로 늘리므로, 같은 3x3 커널이라도 풀링을 지날
    때마다 수용 영역을 더 많이 넓힙니다.
    """
  }

  package var receptiveFieldFormulas: [String] {
    ["수용 영역 = 수용 영역 + (커널 - 1)*간격", "간격 = 간격 * 보폭"]
  }

  package var firstWindowReach: String {
    """
    패딩은 첫 창이 이미지 가장자리를 얼마나 넘어가는지를 나타내며, 층마다 그 층의 패딩 * 간격만큼 늘어납니다.
    0부터 센 i번째 값이 보는 픽셀은 다음과 같습니다.
    """
  }

  package var pixelsSeenFormula: String {
    "i*간격 - 패딩부터 i*간격 - 패딩 + 수용 영역 - 1까지"
  }

  package var receptiveFieldColumns: ReceptiveFieldColumns {
    .init(
      after: "지난 층", map: "특성맵", sees: "수용 영역", jump: "간격", padding: "패딩",
      pixels: "첫 값이 보는 픽셀")
  }

  package func pixels(from first: String, to last: String) -> String { "\(first)부터 \(last)까지" }

  package func reach(of layer: String, _ field: ReceptiveField, imageSide side: Int) -> String {
    let size = grouped(field.size)
    let reach =
      field.size >= side
      ? "이미지 한 변 \(with(grouped(side), .and)) 같거나 그보다 넓습니다"
      : "이미지 한 변 \(grouped(side))보다 좁습니다"
    return """
      \(layer)의 값 하나는 \(size) x \(size) 픽셀을 보며,
      \(reach)\(field.padding > 0 ? "(가장자리에서는 그 일부가 패딩입니다)" : ""). 완전 연결 층은 이미지
      전체를 봅니다.
      """
  }
}
