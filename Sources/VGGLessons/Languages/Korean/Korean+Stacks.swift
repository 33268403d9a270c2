import VGGDiagnostics

extension Korean {
  package var stacksHeading: String { "작은 커널을 거듭 쓰는 까닭" }

  package var stackSights: String {
    """
    3x3 합성곱을 두 번 지난 값은 첫 합성곱이 받은 특성맵의 5x5를 보고, 세 번 지난 값은 7x7을 봅니다. 한 번
    지날 때마다 2씩 넓어지기 때문입니다.
    """
  }

  package var stackReasons: String {
    """
    그래서 3x3 층 둘은 5x5 층 하나가 보는 만큼 보고, 셋은 7x7 층 하나가 보는 만큼 봅니다. 논문 2.3절은 거듭
    쓰는 쪽이 나은 까닭을 두 가지 듭니다. 층마다 활성화 함수 ReLU가 있어 더 많은 것을 구별할 수 있고,
    가중치가 더 적습니다. 편향을 뺀 가중치 수는 다음과 같습니다.
    """
  }

  package func stack(of count: Int, _ layers: [String], channels: Int) -> String {
    let place =
      layers.isEmpty
      ? "이 네트워크에는 없음; 채널 \(grouped(channels))개일 때" : layers.joined(separator: ", ")
    return "3x3 \(grouped(count))개(\(place)):"
  }

  package func oneKernel(_ side: Int) -> String { "\(side)x\(side) 1개:" }

  package var stackGeneralCounts: String {
    """
    입력과 출력 채널이 C개이면 2 * 9 * C^2 = 18 * C^2 대 25 * C^2이고, 27 * C^2 대 49 * C^2입니다. 7x7 커널
    하나는 가중치가 81% 더 많습니다.
    """
  }

  package func allStacks(notShown: Int) -> String {
    let rest = notShown > 0 ? "(나머지 \(grouped(notShown))개는 생략)" : ""
    return """
      이 네트워크에서 거듭 쓴 합성곱을 모두, 같은 범위를 보는 커널 하나와 견주면 다음과 같습니다\(rest).
      """
  }

  package func layerRange(_ ends: [String]) -> String { ends.joined(separator: "~") }

  package var stackColumns: StackColumns {
    .init(
      stack: "합성곱 묶음", sees: "수용 영역", weights: "묶음의 가중치", oneKernel: "커널 하나",
      ratio: "비율")
  }

  package func dearerStack(from first: String, to last: String) -> String {
    """
    거듭 쓰는 쪽이 늘 싼 것은 아닙니다. \(first)부터 \(last)까지는 커널 하나보다 가중치가 더 많습니다. 첫
    층이 적은 채널을 많은 채널로 바꾸고 나머지 층이 그 많은 채널 위에서 일하는데, 커널 하나라면 적은 채널만
    보기 때문입니다.
    """
  }
}
