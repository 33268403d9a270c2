import VGGDiagnostics
import VGGModelFiles

/// The messages of `vggc import` about parts that are read differently, and about missing weights.
protocol ImportPhrasebook: Sendable {
  func words(for remark: ImportRemark) -> String
  /// A difference in batch normalisation, with the remark that the written variances make up for it.
  func keepingOutputs(_ difference: String) -> String
  func hasSeveralNetworks(_ file: String) -> String
  func hasNoWeights(_ file: String) -> String
}

extension English: ImportPhrasebook {
  func words(for remark: ImportRemark) -> String { remark.inWords }

  func keepingOutputs(_ difference: String) -> String {
    difference
      + ", so the variances are written with the difference added, and outputs stay the same"
  }

  func hasSeveralNetworks(_ file: String) -> String {
    "--weights needs exactly one network, but \(file) has several; remove --weights"
  }

  func hasNoWeights(_ file: String) -> String {
    "\(file) has no weights; remove --weights, or name the file with the weights after it"
  }
}

extension Korean: ImportPhrasebook {
  func words(for remark: ImportRemark) -> String {
    switch remark {
    case .channelsLast:
      "이미지가 높이 x 너비 x 채널 순서입니다. 설정에서는 채널 x 높이 x 너비 순서입니다"
    case .assumedDropout(let layers):
      "노드가 없는 층: \(listed(layers, most: 4)). 추론용 모델에는 드롭아웃 확률이 없어 0.5로 적었습니다"
    case .outputsLeftOut(let names):
      "뺀 출력: \(listed(names.map(printable), most: 4)). 마지막 층보다 앞에 있는 층만 추가 출력이 될 수 있습니다"
    case .noValues: "가중치의 값이 없습니다"
    case .darknetValues: "darknet은 0부터 1까지의 값을 네트워크에 입력하며, `preprocess`도 그렇습니다"
    case .kernelsTransposed(let withInputs):
      "높이 x 너비 x 입력 채널 x 출력 채널 순서의 커널"
        + (withInputs ? "과, 높이 x 너비 x 채널 순서인 첫 완전 연결 층의 입력" : "")
        + "을 torchvision의 순서로 바꿉니다"
    case .coloursReversed: "첫 합성곱의 입력 채널을 BGR에서 RGB 순서로 바꿉니다"
    case .statedMeans(let means):
      "Caffe는 255까지의 값에서 평균을 뺍니다: \(means) (파랑, 초록, 빨강). `preprocess`는 1까지의 값에서 "
        + "그 비율대로 뺍니다"
    case .assumedMeans(let means):
      "Caffe가 빼는 평균이 파일에 없어 `preprocess`에 ImageNet의 평균을 적었습니다: \(means) (파랑, 초록, 빨강). "
        + "다른 평균으로 학습한 네트워크라면 바꾸세요"
    }
  }

  func keepingOutputs(_ difference: String) -> String {
    "\(difference). 그 차이를 더한 분산을 쓰므로 출력은 같습니다"
  }

  func hasSeveralNetworks(_ file: String) -> String {
    "`--weights`를 쓰려면 네트워크가 하나여야 하지만 \(file) 파일에는 여럿 있습니다. `--weights`를 빼세요"
  }

  func hasNoWeights(_ file: String) -> String {
    "\(file) 파일에 가중치가 없습니다. `--weights`를 빼거나 가중치 파일을 그 뒤에 적으세요"
  }
}

extension Language {
  /// The messages of `vggc import` in this language.
  var importPhrases: any ImportPhrasebook {
    switch self {
    case .english: English()
    case .korean: Korean()
    }
  }
}
