import VGGDiagnostics
import VGGFindings
import VGGPhrasebooks
import VGGWeights

extension Korean {
  package func words(for reason: UninferableNetwork) -> String {
    switch reason {
    case .ambiguous(let ambiguity):
      KoreanFindings().words(
        for: WeightReason.twoReadings(
          of: quoted(ambiguity.name), quoted(ambiguity.first), quoted(ambiguity.second)))
    case .notUnderstood(let names):
      "알 수 없는 텐서가 있습니다: \(few(names)). 합성곱, 배치 정규화, 완전 연결 층이 한 줄로 이어진 네트워크의 이름과 모양이 "
        + "아닙니다"
    case .noLayers(let first):
      "features.0.weight처럼 층의 이름과 모양을 가진 텐서가 없습니다"
        + (first.map { "(첫 텐서: \(quoted($0)))" } ?? "")
    case .onlyOrder(let names):
      "이름으로는 합성곱의 순서만 알 수 있고 풀링 층의 위치는 알 수 없습니다: \(few(names)). \(remedy)"
    case .sharedIndex(let place): "두 층의 번호가 같습니다: \(place). \(notPlainChain)"
    case .noIndexForActivation(let place):
      "\(place) 층이 합성곱 바로 다음에 있어 ReLU의 번호가 없고, 가중치로는 활성화 함수를 알 수 없습니다. \(remedy)"
    case .brokenChain(let place, let inputs, let previous, let outputs):
      place.isClassifier
        ? "\(place) 층의 입력은 \(grouped(inputs))개인데 \(previous) 층의 출력은 \(grouped(outputs))개입니다. "
          + notPlainChain
        : "\(place) 층의 입력 채널은 \(grouped(inputs))개인데 \(previous) 층의 출력 채널은 "
          + "\(grouped(outputs))개입니다. \(notPlainChain)"
    case .otherNorm(let place, let count, let outputs):
      place.isClassifier
        ? "\(place) 층은 값 \(grouped(count))개를 정규화하지만 앞의 완전 연결 층의 출력은 \(grouped(outputs))개입니다"
        : "\(place) 층은 채널 \(grouped(count))개를 정규화하지만 앞 층의 출력 채널은 \(grouped(outputs))개입니다. "
          + notPlainChain
    case .normOfFlattenedMap(let place):
      "\(place) 층은 펼친 특성맵을 정규화합니다. vggc의 배치 정규화는 특성맵이나 완전 연결 층의 출력에 적용합니다"
    case .severalSlopes(let place, let count):
      "\(place).weight 텐서는 값이 \(grouped(count))개이고 그 번호의 유일한 텐서여서, 채널마다 값이 하나인 PReLU로 보입니다. "
        + "vggc의 `prelu`는 층 전체에 값이 하나입니다"
    case .unevenInputs(let place, let inputs, let channels):
      "\(place) 층의 입력 \(grouped(inputs))개가 마지막 합성곱의 채널 \(grouped(channels))개로 나누어떨어지지 않습니다"
    case .noImageSize(let inputs):
      "vggc의 한도 안에 분류기의 입력이 \(grouped(inputs))개가 되는 이미지 크기가 없습니다"
    case .outOfBounds(let place, let property):
      "\(place) 층의 \(words(for: property)) vggc의 한도를 벗어납니다"
    case .tooManyLayers(let place, let limit):
      "\(place) 층의 번호가 vggc의 층 개수 한도 \(grouped(limit))개를 넘습니다"
    }
  }

  private var notPlainChain: String { "층이 한 줄로 이어진 네트워크가 아닙니다" }

  private var remedy: String {
    "설정을 직접 쓴 다음 `vggc weights check CONFIG FILE` 명령으로 파일과 비교하세요"
  }

  private func words(for property: UninferableNetwork.Bounded) -> String {
    switch property {
    case .channels: "채널 수가"
    case .channelsOrKernel: "채널 수나 커널이"
    case .indexOrSizes: "번호나 크기가"
    }
  }

  package func words(for remark: InferenceRemark) -> String {
    switch remark {
    case .origin(let file, let version):
      "\(printable(file)) 파일의 텐서 이름과 모양에서 \(with("vggc \(version)", .subject)) 추론한 설정입니다."
    case .besideNetwork(let names): "이 네트워크에 속하지 않는 텐서: \(few(names))."
    case .notFinite(let names):
      "NaN이나 무한대가 있는 텐서: \(few(names)). "
        + (remark.concernsClassifierOnly
          ? "분류기는 쓰지 말고 특성 추출 층만 쓰세요." : "손상된 가중치입니다.")
    case .images(let heights, let widths, let channels, let map):
      "첫 완전 연결 층의 입력은 \(channels) x \(map.height) x \(map.width) = "
        + "\(grouped(channels * map.height * map.width))개입니다. 맞는 이미지: "
        + (heights == widths
          ? squares(heights) : "높이 \(text(of: heights)), 너비 \(text(of: widths))") + ","
    case .pooledImages(let side, let map):
      "또는 \(with("`avgpool: [\(map.height), \(map.width)]`", .object)) 쓰면 \(side) x \(side) 이상."
    case .otherMaps(let maps):
      "가중치로는 특성맵의 높이와 너비를 알 수 없습니다. 다음 크기일 수도 있습니다: "
        + maps.map { "\($0.height) x \($0.width)" }.joined(separator: ", ") + "."
    case .unknownImageSize: "특성 추출 층의 가중치만으로는 이미지 크기를 알 수 없습니다."
    case .noFeatureWeights:
      "파일에 특성 추출 층의 가중치가 없습니다. 네트워크에 있는 층을 적으세요."
    case .assumedPooling:
      "텐서가 없는 번호에는 2x2 최대 풀링이 있다고 보았습니다. 마지막 층 다음도 같습니다."
    case .assumedDropout:
      "남은 번호는 드롭아웃으로 적었습니다. LRN 같은 층은 가중치로 알 수 없습니다."
    case .assumedStride:
      "가중치로는 보폭과 패딩을 알 수 없어, 보폭은 1, 패딩은 커널의 절반으로 보았습니다."
    case .noClassifier(let example):
      "파일에 분류기가 없습니다. 학습하려면 \(example) 같은 분류기를 적으세요."
    case .assumedActivations:
      "가중치로는 ReLU와 드롭아웃을 알 수 없어, 텐서가 없는 번호에 있다고 보았습니다."
    case .assumedDropoutProbability:
      "가중치로는 드롭아웃 확률을 알 수 없어 0.5로 적었습니다."
    }
  }

  private func few(_ names: [String]) -> String {
    let few = FewNames(names)
    return few.shown + (few.omitted > 0 ? " 외 \(few.omitted)개" : "")
  }

  private func squares(_ sides: ClosedRange<Int>) -> String {
    let (least, greatest) = (sides.lowerBound, sides.upperBound)
    return least == greatest
      ? "\(least) x \(least)" : "\(least) x \(least)부터 \(greatest) x \(greatest)까지"
  }

  private func text(of sides: ClosedRange<Int>) -> String {
    sides.count == 1 ? "\(sides.lowerBound)" : "\(sides.lowerBound)부터 \(sides.upperBound)까지"
  }
}
