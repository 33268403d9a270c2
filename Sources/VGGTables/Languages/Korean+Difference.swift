import VGGDiagnostics

extension Korean {
  package var differenceTexts: DifferenceTexts {
    DifferenceTexts(
      noDifference: "차이가 없습니다.",
      sameLayers: "층이 모두 같습니다.",
      layerColumns: ["층", "torchvision", "표기", "출력", "매개변수", "MAC", "수용 영역"],
      marks: """
        + 새 층, - 없어진 층, ~ 수가 바뀐 층, . 층은 같지만 입력이나 비용이 달라진 층(ReLU와 드롭아웃은 뺌). 매개변수와 \
        MAC은 차이입니다.
        """,
      totalColumns: ["합계", "이전", "이후", "차이"])
  }

  package func onlyInFirst(_ name: String) -> String { "\(name): 첫째에만 있음" }

  package func onlyInSecond(_ name: String) -> String { "\(name): 둘째에만 있음" }

  package func same(_ layers: Int) -> String { "(같은 층 \(grouped(layers))개)" }

  package func words(for value: SettingValue) -> String {
    switch value {
    case .text(let text): text
    case .none: "없음"
    case .squashed(let size): "전체를 \(with(size, .by)) 맞춤"
    case .cover(let size): "\(with(size, .object)) 덮을 만큼"
    case .padding(let pixels): "패딩 \(pixels)"
    case .ranges(let scale, let ratio):
      "배율 \(scale.least)~\(scale.greatest), 비율 \(ratio.least)~\(ratio.greatest)"
    case .names(let count, let first):
      ["이름 \(grouped(count))개", first.map { "\($0.number)번째 \($0.name)" }]
        .compactMap { $0 }.joined(separator: ", ")
    }
  }

  package func weightsFit(_ count: Int, of old: String, in new: String) -> String {
    "\(old)의 가중치는 \(new) 네트워크에 그대로 맞습니다: 텐서 \(grouped(count))개."
  }

  package func weightsDiffer(
    _ fitting: Int, _ groups: [(count: Int, group: WeightGroup)], of old: String, in new: String
  ) -> String {
    let words = groups.map { "\(tensors(of: $0.group)) \(grouped($0.count))개" }
    return "\(old)의 가중치 파일을 이름에 따라 \(new) 네트워크에 읽으면: "
      + (["맞는 텐서 \(grouped(fitting))개"] + words).joined(separator: ", ") + "."
  }

  private func tensors(of group: WeightGroup) -> String {
    switch group {
    case .reshaped: "모양이 다른 텐서"
    case .added: "파일에 없는 텐서"
    case .removed: "쓰지 않는 텐서"
    case .misplaced: "이름과 모양은 같지만 다른 층의 텐서"
    case .moved: "층과 모양은 같지만 이름이 다른 텐서"
    }
  }

  package func heading(of group: WeightGroup) -> String {
    switch group {
    case .reshaped: "모양이 다름"
    case .added: "파일에 없음"
    case .removed: "쓰지 않음"
    case .misplaced: "이름과 모양은 같지만 다른 층"
    case .moved: "층과 모양은 같지만 다른 이름"
    }
  }
}
