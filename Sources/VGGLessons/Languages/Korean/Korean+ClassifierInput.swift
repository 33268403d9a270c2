import VGGDiagnostics
import VGGGraph
import VGGSpec

extension Korean {
  package func share(
    of layer: String, _ linear: Linear, parameters: Int, percent: Int, of all: Int
  ) -> String {
    "\(layer)에는 그 값들과 출력 \(grouped(linear.outputs))개의 모든 쌍마다 가중치가 하나씩 있습니다. "
      + "\(linear.bias ? "편향까지 더해 " : "")매개변수는 \(grouped(parameters))개이며, 네트워크 전체 "
      + "\(grouped(all))개의 \(percent)%입니다."
  }

  package func adaptivePoolingKeeps(_ pool: AdaptiveAvgPool2d) -> String {
    """
    그 앞의 적응형 풀링은 무엇을 받든 \(with("\(pool.height) x \(pool.width)", .object)) 출력하므로, 충분히
    큰 이미지라면 이 수는 늘 같습니다.
    """
  }

  package func adaptivePoolingGives(_ pool: AdaptiveAvgPool2d) -> String {
    "충분히 큰 이미지라면 마지막의 적응형 풀링은 항상 \(with("\(pool.height) x \(pool.width)", .object)) 출력합니다."
  }

  package func globalPoolingKeeps(_ map: MapShape) -> String {
    """
    전역 풀링이 채널마다 값 하나만 남기므로, 마지막 특성맵은 이미지의 크기와 관계없이 \(map)입니다.
    """
  }

  package func sidesWithSameMap(_ sides: ClosedRange<Int>) -> String {
    """
    한 변이 \(sides.lowerBound)픽셀부터 \(sides.upperBound)픽셀까지인 정사각형 이미지는 모두 입력 수가
    같습니다. 내림하면서 나머지 행과 열이 버려지기 때문입니다.
    """
  }

  package func smallestImage(_ side: Int, isDense: Bool) -> String {
    "\(isDense ? "네트워크가 받을 수 있는 가장 작은 정사각형" : "특성 추출 층이 받을 수 있는 가장 작은") 이미지는 \(side) x \(side)입니다."
  }

  package func smallestImage(_ side: Int, isDense: Bool, below window: OversizedWindow) -> String {
    let dilation = window.window.dilation
    return """
      \(smallestImage(side, isDense: isDense))
      \(window.imageSide) x \(window.imageSide)에서는 \(window.layer)에 이르렀을 때 특성맵이
      \(window.map.height) x \(window.map.width)이므로 \(dilation == 1 ? "" : "팽창이 \(dilation.brief)인 ")\(window.window.kernel.text) 창이 들어가지 않습니다.
      """
  }

  package func sizesIntroduction(isAdaptive: Bool) -> String {
    isAdaptive
      ? "다른 크기의 이미지도 같은 네트워크를 지나며, MAC만 달라집니다(*는 설정된 크기)."
      : "이미지 크기가 다르면 네트워크도 달라지며, 첫 완전 연결 층이 그에 맞게 바뀝니다(*는 설정된 크기)."
  }

  package func denseForm(of name: String, _ layer: DenseLinear, over map: MapShape) -> String {
    let inputs = layer.channels * layer.kernel.height * layer.kernel.width
    return """
      \(with(name, .topic)) 펼친 특성맵을 받지 않습니다. \(map) 특성맵의 모든 위치에서 값 \(grouped(inputs))개(\(layer.channels) x
      \(layer.kernel.height) x \(layer.kernel.width))를 받는 창으로, 보폭이 1이고 패딩이 없는
      합성곱처럼 계산합니다. 가중치는 특성맵을 펼칠 때와 같은 \(grouped(layer.outputs)) x \(grouped(inputs))이고, 뒤따르는
      층도 같은 가중치로 위치마다 1x1 합성곱처럼 계산합니다. 한 변에 있는 위치의 수는 다음과 같습니다.
      """
  }

  package func denseScores(_ places: PlaneSize) -> String {
    let count = places.height * places.width
    guard count > 1 else {
      return "위치가 하나뿐이므로, 점수는 특성맵을 펼칠 때와 같습니다."
    }
    return """
      따라서 점수 벡터는 \(places.height) x \(places.width) = \(grouped(count))개이며, 클래스마다 점수 맵이 하나씩 생깁니다. 이
      맵의 평균이 클래스의 점수입니다.
      """
  }

  package func denseField(_ field: ReceptiveField) -> String {
    let size =
      field.size.isSquare
      ? "한 변이 \(grouped(field.size))픽셀이고"
      : "높이 x 너비가 \(grouped(field.size.height)) x \(grouped(field.size.width))픽셀이고"
    let distance =
      field.jump.isSquare
      ? "\(grouped(field.jump))픽셀"
      : "세로로 \(grouped(field.jump.height))픽셀, 가로로 \(grouped(field.jump.width))픽셀"
    return """
      점수 하나의 수용 영역은 패딩을 포함해 \(size), 이웃한 점수의 수용 영역과는
      \(distance) 떨어져 있습니다.
      """
  }

  package func denseCost(_ macs: Int, crops: Int, of crop: PlaneSize, macs ofCrops: Int) -> String {
    """
    이렇게 하면 MAC은 \(grouped(macs))회입니다. 위치마다 \(crop.height) x \(crop.width) 이미지를 하나씩 잘라 \(grouped(crops))번
    계산하면, 합성곱을 매번 처음부터 계산하므로 \(grouped(ofCrops))회가 됩니다. 점수는 조금 다릅니다. 잘라 낸 이미지는
    둘레가 0이지만, 완전 합성곱 형태에서는 그 자리에 원래 이미지가 있기 때문입니다.
    """
  }
}
