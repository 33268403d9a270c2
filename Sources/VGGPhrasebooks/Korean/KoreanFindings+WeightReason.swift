import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  /// A sentence without its full stop, with the remedy if there is one.
  package func words(for reason: WeightReason) -> String {
    switch reason {
    case .otherNames(let first):
      first.map { "이름과 모양으로 보아 층이 한 줄로 이어진 네트워크가 아닙니다. 알 수 없는 첫 텐서: \($0)" }
        ?? "파일에 합성곱이 없습니다"
    case .twoReadings(let name, let first, let second):
      "이름을 두 가지로 읽을 수 있습니다: \(name) 텐서는 \(first) 또는 \(second)입니다. 한 네트워크의 텐서만 저장하세요"
    case .otherConfiguration(let name):
      "특성 추출 층이 내장 설정 \(name)의 것입니다: `extends: \(name)`"
    case .batchNorm(inFile: true):
      "특성 추출 층이 같지만 배치 정규화가 있는 네트워크의 가중치입니다: `batch_norm: true`"
    case .batchNorm(inFile: false):
      "특성 추출 층이 같지만 배치 정규화가 없는 네트워크의 가중치입니다: `batch_norm: false`"
    case .inputChannels(let file, let network):
      "이미지의 채널: 파일 \(grouped(file))개, 네트워크 \(network)개"
    case .biases(inFile: true):
      "파일의 합성곱에는 편향이 있지만 네트워크에는 없습니다: `bias: false`를 지우세요"
    case .biases(inFile: false):
      "파일의 합성곱에는 편향이 없습니다: `{conv: 64, bias: false}`처럼 `bias: false`를 적으세요"
    case .featurePlaces(let file, let network):
      "같은 합성곱이 파일에서는 features의 \(numbers(file)), 네트워크에서는 \(numbers(network)) 자리에 있습니다: "
        + "풀링 층의 위치가 다릅니다"
    case .otherFeatures(let place, let file, let network):
      "특성 추출 층이 다른 네트워크의 것입니다. \(place)번째 합성곱: 파일 \(extents(file)), "
        + "네트워크 \(extents(network))"
    case .noClassifier: "파일에는 분류기 없이 특성 추출 층만 있습니다"
    case .inputSize(let size): words(for: size)
    case .classes(let file, let network):
      "클래스: 파일 \(grouped(file))개, 네트워크 \(grouped(network))개: `classes: \(file)`"
    case .hiddenLayers(let file, let network):
      "은닉층: 파일 \(file), 네트워크 \(network): `hidden: \(file)`"
    case .classifierPlaces(let file, let network):
      "완전 연결 층: 파일 \(places(file)), 네트워크 \(places(network)): 사이에 다른 층이 있습니다"
    case .keepsFeatures(let dropsHead, let adaptsInput):
      words(dropsHead: dropsHead, adaptsInput: adaptsInput)
    }
  }

  private func words(dropsHead: Bool, adaptsInput: Bool) -> String {
    let options = (dropsHead ? " --drop-head" : "") + (adaptsInput ? " --adapt-input" : "")
    let parts = [
      dropsHead ? "앞에서부터 맞는 층은 그대로 쓰고 나머지 완전 연결 층은 새로 만듭니다" : nil,
      adaptsInput ? "첫 합성곱을 네트워크의 채널에 맞춥니다" : nil,
    ]
    let commands = [
      "`vggc weights convert IN OUT --for CONFIG\(options)`",
      "`vgg train --weights FILE\(options)`",
    ]
    return "이 가중치에서 시작하려면 \(commands.joined(separator: " 또는 ")) 명령을 쓰세요: "
      + parts.compactMap { $0 }.joined(separator: ". ")
  }

  private func extents(_ shape: [Int]?) -> String {
    shape.map { $0.map(String.init).joined(separator: "x") } ?? "없음"
  }

  private func words(for size: WeightReason.InputSize) -> String {
    if size.isDense {
      let own = "여기서는 밀집형 분류기의 창이 \(shape(size.networkMap))입니다"
      guard let side = size.side else {
        return "첫 완전 연결 층의 입력이 \(grouped(size.inputs))개입니다. \(own)"
      }
      return
        "첫 완전 연결 층의 입력이 \(size.channels) x \(side) x \(side) = \(grouped(size.inputs))개입니다: "
        + "`dense: \(side)`. \(own)"
    }
    let here = "여기서는 \(sides(size.networkImage.plane)) 이미지의 특성맵이 \(shape(size.networkMap))입니다"
    guard let side = size.side else {
      return "첫 완전 연결 층의 입력이 \(grouped(size.inputs))개입니다. \(here)"
    }
    let images = size.images.map { "\(squares($0)) 이미지, 또는 " } ?? ""
    return
      "첫 완전 연결 층의 입력이 \(size.channels) x \(side) x \(side) = \(grouped(size.inputs))개입니다: "
      + "\(images)`avgpool: [\(side), \(side)]`. \(here)"
  }
}
