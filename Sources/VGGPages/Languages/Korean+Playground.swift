import VGGDiagnostics
import VGGGraph
import VGGSpec

extension Korean {
  package var textHeading: String { "설정" }
  package var networkHeading: String { "네트워크" }
  package var layerHeading: String { "층" }
  package var layersHeading: String { "모든 층" }
  package var editorLabel: String { "YAML로 쓴 설정" }
  package var examplesLabel: String { "예제" }
  package var modelLabel: String { "모델" }
  package var sizeLabel: String { "이미지 크기" }
  package var drawingLabel: String { "비율에 맞춰 그린 특성맵" }
  package var linkLabel: String { "이 글의 링크" }
  package var save: String { "저장" }
  package var share: String { "링크 복사" }
  package var format: String { "정돈" }
  package var fixAll: String { "안전한 수정 모두 적용" }
  package var backToOwnSize: String { "원래 크기로" }
  package var writeSize: String { "이 크기를 글에 쓰기" }
  package var backToFile: String { "파일로 돌아가기" }
  package var keyboardHint: String {
    "상자나 행을 가리키면 그 층이 보이고, 누르면 고정됩니다. 키보드로는 화살표 키로 상자 사이를 옮겨 다닙니다."
  }

  package func verdict(errors: Int, warnings: Int) -> String {
    switch (errors, warnings) {
    case (0, 0): "글에 이상이 없습니다: 모든 층이 다음 층에 맞습니다."
    case (0, _): "글에 오류가 없습니다. 경고 \(grouped(warnings))개."
    case (_, 0): "오류 \(grouped(errors))개."
    default: "오류 \(grouped(errors))개, 경고 \(grouped(warnings))개."
    }
  }

  package func weightLayers(_ count: Int) -> String { "가중치 층 \(grouped(count))개" }

  package func stops(because reason: String) -> String { "네트워크가 여기에서 멈춥니다: \(reason)." }

  package func flattens(_ map: MapShape, _ count: Int, alike: ClosedRange<Int>?) -> String {
    let sizes = alike.map { range in
      range.count == 1
        ? " 이런 정사각형 이미지는 이 크기뿐입니다."
        : " 정사각형 이미지라면 한 변이 \(range.lowerBound)부터 \(range.upperBound)까지 모두 같습니다."
    }
    return """
      이 이미지에서 \(map) 특성맵이 남아, 첫 완전 연결 층은 값 \(grouped(count))개를 받습니다.\(sizes ?? "")
      """
  }

  package func pools(to map: MapShape, _ count: Int) -> String {
    """
    적응형 평균 풀링이 어떤 이미지에서든 \(map) 특성맵을 만들므로, 첫 완전 연결 층은 늘 값 \
    \(grouped(count))개를 받습니다.
    """
  }

  package func smallest(_ side: Int) -> String {
    "합성곱과 풀링 층은 \(side) x \(side) 이상의 정사각형 이미지를 받습니다."
  }

  package var seesEverything: String { "이미지 전체를 봅니다" }
  package var isAPixel: String { "픽셀은 자기 자신을 봅니다" }

  package func changedOnDisk(_ file: String) -> String {
    """
    \(printable(file)) 파일이 이 페이지가 읽은 뒤에 바뀌어서 저장하지 않았습니다. 파일로 돌아가기 전에 글이나 그 \
    링크를 복사해 두세요.
    """
  }

  package func unwritable(_ file: String, _ reason: String) -> String {
    "\(printable(file)) 파일에 쓸 수 없습니다: \(printable(reason))."
  }

  package var notices: [String: String] {
    [
      "saved": "저장했습니다.",
      "downloaded": "저장할 파일이 없어서 글을 내려받았습니다.",
      "copied": "링크를 복사했습니다. vggc playground를 실행하는 사람은 누구나 열 수 있습니다.",
      "copyByHand": "브라우저가 복사를 허락하지 않았습니다. 링크를 직접 복사하세요.",
      "linkOpened": "링크에 담겨 온 글입니다. 어느 파일에도 없습니다.",
      "exampleOpened": "내장된 설정입니다. 어느 파일에도 없습니다.",
      "badLink": "이 링크에는 읽을 수 있는 글이 없습니다. 잘린 것 같습니다.",
      "textTooLong": "글이 링크에 담기에는 너무 깁니다.",
      "noKey": "키가 없거나 앞선 실행의 키입니다. vggc가 출력한 주소를 여세요.",
      "noServer": "vggc가 대답하지 않습니다. vggc playground를 다시 시작하고 출력된 주소를 여세요.",
      "why": "이유",
      "error": "오류",
      "warning": "경고",
      "works": "동작함",
      "stops": "멈춤",
      "unsaved": "저장 안 됨",
      "loseChanges": "저장하지 않은 변경이 있습니다. 버리고 계속할까요?",
    ]
  }
}
