import VGGDiagnostics
import VGGGraph
import VGGSpec

extension Korean {
  package func otherSizesIntroduction(_ layer: String, plane: PlaneSize) -> String {
    """
    합성곱은 이미지 크기가 달라도 됩니다. 어떤 특성맵 위를 지나든 커널은 같습니다. \(with(layer, .topic))
    그렇지 않습니다. \(plane.text) 특성맵의 위치마다 가중치가 따로 있기 때문입니다. 방법은 세 가지입니다.
    """
  }

  package func flattenAsItIs(_ layer: String, image: MapShape, plane: PlaneSize) -> String {
    """
    첫째, 그대로 평탄화해 다른 네트워크를 만듭니다. \(layer)의 입력 수는 특성맵의 값 수가 됩니다. 네트워크는
    만들 수 있지만, 특성맵이 우연히 다시 \(with(plane.text, .subject)) 되지 않는 한 \(image.height) x
    \(image.width)에서 학습한 가중치는 맞지 않습니다. 설정 파일에 적힌 수가 맞지 않으면 vggc가
    알려 줍니다(linear-input-mismatch).
    """
  }

  package func adaptiveWay(of pool: AdaptiveAvgPool2d?, map: MapShape) -> String {
    """
    둘째, torchvision처럼 적응형 풀링을 씁니다. 평탄화 앞의 AdaptiveAvgPool2d((7, 7))가 모든 특성맵을 7 x
    7로 바꾸므로 분류기의 가중치가 늘 맞습니다. 7 x 7 특성맵은 그대로 지나갑니다. 더 큰 특성맵에서는 행과 열의
    구간마다 평균을 내는데, 나누어떨어지지 않으면 구간이 겹치고 길이가 달라지기도 합니다. 더 작은 특성맵에서는
    값이 되풀이됩니다. 네트워크는 풀링 층이 받을 수 있는 모든 크기에서 동작하지만, 학습한 적이 없는 배율로 이미지를
    보게 됩니다. \(adaptiveHere(pool, map))
    """
  }

  private func adaptiveHere(_ pool: AdaptiveAvgPool2d?, _ map: MapShape) -> String {
    guard let pool else {
      let own = "\(map.height) x \(map.width)"
      return """
        이 네트워크에는 그런 층이 없습니다(avgpool: none). 표의 구간은 특성맵을 \(with(own, .by)) 줄인다고
        가정한 것입니다.
        """
    }
    return "이 네트워크에는 \(pool.height) x \(pool.width)로 바꾸는 층이 있습니다."
  }

  package func denseWay(
    _ layer: String, channels: Int, outputs: Int, plane: PlaneSize, isAdaptive: Bool
  ) -> String {
    """
    셋째, 논문이 테스트에 쓴 방법(3.2절)은 완전 합성곱(fully convolutional) 네트워크입니다. \(with(layer, .object)) 입력 채널
    \(grouped(channels))개, 출력 채널 \(grouped(outputs))개인 \(plane.text) 합성곱으로 보고, 그 뒤의 완전
    연결 층들은 1x1 합성곱으로 봅니다. 가중치는 하나도 바뀌지 않으며, \(plane.text) 특성맵에서는 결과도
    같습니다. 더 큰 특성맵에서는 \(plane.text) 커널이 놓일 자리가 여럿이므로 결과가 점수의 맵이 되고, 이를
    평균해 클래스마다 점수 하나를 얻습니다. \(plane.text)보다 작은 특성맵에는 커널이 놓일 자리가 없습니다.
    \(isAdaptive ? "완전 합성곱 네트워크에서는 적응형 풀링을 뺍니다." : "")
    """
  }

  package func bins(to plane: PlaneSize) -> String { "\(plane.text) 구간" }
}
