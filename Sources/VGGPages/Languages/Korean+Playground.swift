import VGGDiagnostics
import VGGGraph
import VGGSpec

extension Korean {
  package func words(for refusal: PageRefusal) -> String {
    switch refusal {
    case .notHTTP: "HTTP 요청이 아닙니다"
    case .longHeader: "요청의 헤더가 너무 깁니다"
    case .timeout: "요청을 제때 다 받지 못했습니다"
    case .busy: "서버가 요청을 받을 메모리가 가득 찼습니다. 다시 시도하세요"
    case .otherHost(let host): "호스트가 올바르지 않습니다. 쓸 수 있는 호스트: \(host)"
    case .otherPage: "다른 페이지에서 보낸 요청은 받지 않습니다"
    case .wrongKey: "키가 없거나 틀렸습니다. vggc가 출력한 주소를 여세요"
    case .noPage: "그런 페이지가 없습니다"
    case .otherMethod(let allowed): "쓸 수 없는 메서드입니다. 쓸 수 있는 메서드: \(allowed)"
    case .otherType(let type): "콘텐츠 형식이 올바르지 않습니다. 쓸 수 있는 형식: \(type)"
    case .noQuestion: "요청이 설정을 담은 JSON 객체가 아닙니다"
    case .textTooLarge(let mebibytes): "설정은 \(mebibytes) MiB까지 쓸 수 있습니다"
    case .textNotUTF8: "설정이 UTF-8이 아닙니다"
    case .noVersion: "바꿀 버전을 If-Match 헤더에 적어야 합니다"
    case .changedOnDisk(let file):
      """
      \(printable(file)) 파일이 이 페이지에서 연 뒤에 바뀌어서 저장하지 않았습니다. 파일로 돌아가기 전에 설정이나 그 \
      링크를 복사해 두세요.
      """
    case .unwritable(let file, let reason):
      "\(printable(file)) 파일에 쓸 수 없습니다: \(printable(findings.writingReason(reason)))"
    case .unencodable: "응답을 만들 수 없습니다"
    }
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
}
