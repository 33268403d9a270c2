import VGGDiagnostics
import VGGGraph
import VGGSpec

extension Korean {
  package func textTooLarge(mebibytes: Int) -> String {
    "텍스트는 \(mebibytes) MiB까지 쓸 수 있습니다"
  }

  package func verdict(errors: Int, warnings: Int) -> String {
    switch (errors, warnings) {
    case (0, 0): "문제가 없습니다. 모든 층의 입출력이 맞습니다."
    case (0, _): "오류가 없습니다. 경고 \(grouped(warnings))개."
    case (_, 0): "오류 \(grouped(errors))개."
    case (_, _): "오류 \(grouped(errors))개, 경고 \(grouped(warnings))개."
    }
  }

  package func weightLayers(_ count: Int) -> String { "가중치 층 \(grouped(count))개" }

  package func stops(because reason: String) -> String { "네트워크가 여기에서 멈춥니다: \(reason)." }

  package func scores(_ places: PlaneSize, from map: MapShape) -> String {
    """
    이 이미지에서 \(map) 특성맵이 남고, 분류기는 그 위의 \(places.height) x \(places.width)개 위치에서 점수를 계산해 \
    평균합니다.
    """
  }

  package func flattens(_ map: MapShape, _ count: Int, alike: ClosedRange<Int>?) -> String {
    let sizes = alike.map { range in
      range.count == 1
        ? " 이런 정사각형 이미지는 이 크기뿐입니다."
        : " 정사각형 이미지라면 한 변이 \(range.lowerBound)부터 \(range.upperBound)까지 모두 같습니다."
    }
    return """
      이 이미지의 마지막 특성맵은 \(map)이므로 첫 완전 연결 층의 입력은 \(grouped(count))개입니다.\(sizes ?? "")
      """
  }

  package func pools(to map: MapShape, _ count: Int) -> String {
    """
    적응형 평균 풀링이 어떤 이미지에서든 \(map) 특성맵을 출력하므로 첫 완전 연결 층의 입력은 항상 \
    \(grouped(count))개입니다.
    """
  }

  package func smallest(_ side: Int) -> String {
    "합성곱과 풀링 층은 \(side) x \(side) 이상의 정사각형 이미지를 받습니다."
  }

  package func changedOnDisk(_ file: String) -> String {
    """
    \(printable(file)) 파일이 이 페이지에서 연 뒤에 바뀌어서 저장하지 않았습니다. 파일로 돌아가기 전에 설정이나 그 \
    링크를 복사해 두세요.
    """
  }

  package func unwritable(_ file: String, _ reason: String) -> String {
    "\(printable(file)) 파일에 쓸 수 없습니다: \(printable(reason))."
  }
}
