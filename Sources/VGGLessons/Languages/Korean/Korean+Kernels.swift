import VGGDiagnostics
import VGGGraph
import VGGSpec

extension Korean {
  package func kernelsTitle(_ graph: ModelGraph) -> String {
    "\(printable(graph.name)): 3x3 여러 개와 큰 커널 하나의 비교"
  }

  package func kernelsIntroduction(_ place: MapShape) -> String {
    """
    이 네트워크의 마지막 합성곱이 출력하는 특성맵 \(place) 위에서, 입력과 출력 채널 수가 같을 때 큰 커널 하나와, 같은
    범위를 보는 3x3 합성곱 묶음을 비교합니다. 행마다 네트워크를 하나씩 실제로 컴파일하고 검사해 얻은 수이며,
    어림값이 아닙니다.
    """
  }

  package func threeByThree(_ count: Int) -> String { "3x3 \(count)개" }

  package func largeKernel(_ side: Int) -> String { "\(side)x\(side) 1개" }

  package func name(of variant: KernelVariant) -> String {
    switch variant {
    case .stacksAsOne: "묶음마다 하나로"
    case .kernel(let side): "3x3마다 \(side)x\(side)"
    }
  }
}
