import VGGDiagnostics
import VGGGraph
import VGGSpec

extension Korean {
  package func kernelsTitle(_ graph: ModelGraph) -> String {
    "\(printable(graph.name)): 3x3을 거듭 쓰기와 큰 커널"
  }

  package func kernelsIntroduction(_ place: MapShape) -> String {
    """
    이 네트워크의 마지막 합성곱이 내는 특성맵 \(place) 위에서, 입력과 출력 채널 수가 같을 때 큰 커널 하나와 그만큼
    보는 3x3 합성곱 묶음을 견줍니다. 줄마다 네트워크 하나를 실제로 컴파일하고 검사한 것이며, 어림한 수는
    없습니다.
    """
  }

  package var kernelColumns: KernelColumns {
    .init(
      layers: "층", network: "네트워크", sees: "수용 영역", weights: "가중치", inSquares: "C^2 단위",
      ratio: "비율", macs: "MAC", activations: "ReLU")
  }

  package var kernelColumnsMeaning: String {
    """
    가중치에는 편향을 넣지 않았습니다. C^2 단위는 가중치를 채널 수의 제곱으로 나눈 값입니다. 7x7 하나가 49일 때
    3x3 셋은 3 * 9 = 27입니다. 합성곱마다 활성화 함수 ReLU가 뒤따르므로, 묶음은 층 수만큼 비선형이고 큰 커널은
    한 번뿐입니다.
    """
  }

  package func threeByThree(_ count: Int) -> String { "3x3 \(count)개" }

  package func largeKernel(_ side: Int) -> String { "\(side)x\(side) 1개" }

  package var wholeNetworkHeading: String { "네트워크 전체" }

  package var wholeNetworkMeaning: String {
    """
    같은 설정에서 3x3 합성곱만 바꾼 것입니다. 다른 층 사이에서 이어지는 3x3 합성곱들을 그만큼 보는 합성곱
    하나로 바꾸거나, 3x3 하나하나를 큰 커널로 바꿉니다. 특성맵 크기는 그대로이므로 분류기는 같습니다. 가중치와
    MAC은 합성곱의 것만 셌습니다.
    """
  }

  package var asConfigured: String { "설정 그대로" }

  package func name(of variant: KernelVariant) -> String {
    switch variant {
    case .stacksAsOne: "묶음마다 하나로"
    case .kernel(let side): "3x3마다 \(side)x\(side)"
    }
  }

  package var paperOnKernels: String {
    """
    논문도 이를 시험했습니다(4.1절). 설정 B에서 3x3 합성곱 두 개를 5x5 하나로 바꾼 네트워크는 수용 영역이
    같은데도 가운데를 잘라 낸 이미지에서 top-1 오류가 7% 더 높았습니다.
    """
  }
}
