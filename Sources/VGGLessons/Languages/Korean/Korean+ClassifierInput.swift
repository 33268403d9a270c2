import VGGDiagnostics
import VGGGraph

extension Korean {
  package var classifierInputHeading: String { "분류기의 입력은 어디에서 오는가" }

  package var flatteningMeaning: String {
    """
    평탄화(flatten)는 마지막 특성맵을 채널별로, 채널 안에서는 행별로 한 줄로 늘어놓습니다. 그래서 벡터의 값
    수는 특성맵의 값 수와 같습니다.
    """
  }

  package func share(
    of layer: String, _ linear: Linear, parameters: Int, percent: Int, of all: Int
  ) -> String {
    "\(layer)에는 그 값 하나하나에서 출력 \(grouped(linear.outputs))개 하나하나로 가는 가중치가 있습니다. "
      + "\(linear.bias ? "편향까지 더해 " : "")매개변수는 \(grouped(parameters))개이며, 네트워크 전체 "
      + "\(grouped(all))개의 \(percent)%입니다."
  }

  package func adaptivePoolingKeeps(_ pool: AdaptiveAvgPool2d) -> String {
    """
    그 앞의 적응형 풀링은 무엇을 받든 \(with("\(pool.height) x \(pool.width)", .object)) 내므로, 충분히
    큰 이미지라면 이 수는 늘 같습니다.
    """
  }

  package var mapBeforeAdaptivePooling: String {
    "적응형 풀링이 받는 특성맵의 크기는 이미지의 행 수 H와 열 수 W에서 나옵니다."
  }

  package var noClosedFormula: String {
    """
    이 네트워크의 층들은 이미지 크기에 대한 공식 하나로 나타낼 수 없습니다. 올림(ceil)이나 가장자리의 창이
    예외를 만들기 때문입니다. 아래 표는 층마다 계산한 값입니다.
    """
  }

  package var closedFormula: String {
    """
    행이 H개, 열이 W개인 이미지라면 한 층의 공식을 다음 층의 공식에 넣어 갈 수 있습니다. 내림을 두 번 한 것은
    한 번 한 것과 같으므로(floor(floor(n/a)/b) = floor(n/(a*b))) 공식 하나만 남습니다.
    """
  }

  package var flattenedVariable: String { "입력 수" }

  package func sidesWithSameMap(_ sides: ClosedRange<Int>) -> String {
    """
    한 변이 \(sides.lowerBound)픽셀부터 \(sides.upperBound)픽셀까지인 정사각형 이미지는 모두 같은 수를
    냅니다. 내림을 하면서 남는 행과 열이 빠지기 때문입니다.
    """
  }

  package func smallestImage(_ side: Int) -> String {
    "특성 추출 층이 받을 수 있는 가장 작은 이미지는 \(side) x \(side)입니다."
  }

  package func smallestImage(_ side: Int, below misfit: Misfit) -> String {
    """
    \(smallestImage(side))
    \(misfit.imageSide) x \(misfit.imageSide)에서는 \(misfit.layer)에 이르렀을 때 특성맵이
    \(misfit.mapSide) x \(misfit.mapSide)이므로 \(misfit.kernel)x\(misfit.kernel) 창이 들어가지 않습니다.
    """
  }

  package func sizesIntroduction(isAdaptive: Bool) -> String {
    isAdaptive
      ? "다른 크기의 이미지도 같은 네트워크를 지나며, MAC만 달라집니다(*는 설정된 크기)."
      : "이미지 크기가 다르면 네트워크도 달라지며, 첫 완전 연결 층이 그에 맞게 바뀝니다(*는 설정된 크기)."
  }

  package var sizeColumns: SizeColumns {
    .init(
      image: "이미지", lastMap: "마지막 특성맵", classifierInput: "FC 입력", firstLinear: "첫 FC",
      parameters: "전체 매개변수", macs: "MAC")
  }
}
