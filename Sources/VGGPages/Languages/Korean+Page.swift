import VGGDiagnostics

extension Korean {
  package var languageCode: String { "ko" }
  package var contentsHeading: String { "차례" }
  package var pictureHeading: String { "크기에 비례하게 그린 특성맵" }
  package var totalsHeading: String { "숫자로 보기" }
  package var fieldsHeading: String { "값 하나가 보는 이미지의 범위" }
  package var fieldsCaption: String {
    "사각형은 저마다 특성맵 한가운데 값의 수용 영역입니다. 이미지 밖으로 나간 부분은 패딩입니다."
  }
  package func fieldKey(_ name: String, _ size: Int) -> String {
    "\(name): \(grouped(size)) x \(grouped(size)) 픽셀"
  }
  package var layerTableHeading: String { "층을 표로 보기" }
  package var comparisonHeading: String { "논문의 구성과 비교" }
  package var comparisonMeaning: String {
    "Simonyan과 Zisserman의 여섯 네트워크는 입력이 3x224x224일 때의 수입니다. 이 파일에 있는 네트워크의 행은 표시해 두었습니다."
  }
  package var findingsHeading: String { "검사 결과" }
  package func view(_ width: Int, _ height: Int) -> String {
    "\(grouped(width)) x \(grouped(height)) 픽셀을 봅니다"
  }
  package var glossaryHeading: String { "용어 풀이" }
  package var glossary: [(term: String, meaning: String)] {
    [
      ("채널", "특성맵의 한 장. 컬러 이미지는 빨강, 초록, 파랑의 세 채널이다."),
      ("합성곱", "작은 가중치 창을 특성맵 위로 옮기며 자리마다 곱을 더하는 층."),
      ("커널", "창의 가중치. VGG에서는 거의 모두 입력 채널마다 3 x 3이다."),
      ("패딩", "3x3 창이 가장자리에도 놓이도록 특성맵 둘레에 두는 0."),
      ("보폭", "창이 한 번에 옮겨 가는 거리."),
      ("풀링", "창에서 가장 큰 값이나 평균을 남긴다. 보폭이 2이면 크기가 반이 된다."),
      ("특성맵", "층의 출력: 채널 x 높이 x 너비."),
      ("ReLU", "max(0, x). 합성곱마다 뒤따르며, 없으면 여러 층이 한 층과 다를 바 없다."),
      ("수용 영역", "특성맵의 값 하나가 영향을 받는 이미지의 부분."),
      ("간격", "이웃한 두 값의 수용 영역 사이의 거리(픽셀)."),
      ("평탄화", "특성맵을 채널별, 행별로 한 벡터로 늘어놓는 것."),
      ("완전 연결 층", "입력과 출력의 모든 쌍마다 가중치가 하나씩 있는 층."),
      ("매개변수", "학습으로 얻는 수: 가중치, 편향, 배치 정규화의 배율과 이동."),
      ("MAC", "곱셈 한 번과 덧셈 한 번. 계산량의 단위."),
      ("드롭아웃", "학습할 때 무작위로 0을 만든다. 그 뒤에는 아무 일도 하지 않는다."),
      ("소프트맥스", "점수를 합이 1인 확률로 바꾼다."),
    ]
  }
}
