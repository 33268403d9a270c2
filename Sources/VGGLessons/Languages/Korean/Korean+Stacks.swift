import VGGDiagnostics

extension Korean {
  package func stack(of count: Int, _ layers: [String], channels: Int) -> String {
    let place =
      layers.isEmpty
      ? "이 네트워크에는 없음; 채널 \(grouped(channels))개일 때" : layers.joined(separator: ", ")
    return "3x3 \(grouped(count))개(\(place)):"
  }

  package func oneKernel(_ side: Int) -> String { "\(side)x\(side) 1개:" }

  package func allStacks(notShown: Int) -> String {
    let rest = notShown > 0 ? "(나머지 \(grouped(notShown))개는 생략)" : ""
    return """
      이 네트워크에서 여러 번 이어 쓴 합성곱을 모두, 같은 범위를 보는 커널 하나와 비교하면 다음과 같습니다\(rest).
      """
  }

  package func layerRange(_ ends: [String]) -> String { ends.joined(separator: "~") }

  package func stackWithMoreWeights(from first: String, to last: String) -> String {
    """
    여러 번 쓰는 쪽이 항상 적은 것은 아닙니다. \(first)부터 \(last)까지는 커널 하나보다 가중치가 더 많습니다. 첫
    층이 적은 채널을 많은 채널로 바꾸고 나머지 층이 그 많은 채널로 계산하는데, 커널 하나라면 적은 채널만
    보기 때문입니다.
    """
  }
}
