import VGGDiagnostics
import VGGGraph
import VGGSpec

extension Korean {
  package func pixels(from first: String, to last: String) -> String { "\(first)부터 \(last)까지" }

  package func reach(
    of layer: String, _ field: ReceptiveField, image: PlaneSize, precedesLinear: Bool
  ) -> String {
    let rest = precedesLinear ? " 완전 연결 층은 이미지 전체를 봅니다." : ""
    let side = max(image.height, image.width)
    guard field.size.isSquare else {
      return """
        \(layer)의 값 하나는 높이 x 너비로 \(grouped(field.size.height)) x \(grouped(field.size.width)) 픽셀을 보며, 이미지는
        \(grouped(image.height)) x \(grouped(image.width))입니다\(field.padding == 0 ? "" : "(가장자리에서는 보는 범위의 일부가 패딩입니다)").\(rest)
        """
    }
    let size = grouped(field.size)
    let reach =
      field.size.height >= side
      ? "이는 이미지의 변 \(with(grouped(side), .and)) 같거나 그보다 깁니다"
      : "이는 이미지의 변 \(grouped(side))보다 짧습니다"
    return """
      \(layer)의 값 하나는 \(size) x \(size) 픽셀을 보며,
      \(reach)\(field.padding != 0 ? "(가장자리에서는 그 일부가 패딩입니다)" : "").\(rest)
      """
  }
}
