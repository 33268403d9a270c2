import VGGDiagnostics

extension Korean: InsightPhrasebook {
  package func words(for error: InsightError) -> String {
    switch error {
    case .unknownLayer(let name, let nearest, let known, let last):
      "네트워크에 \(name) 층이 없습니다"
        + (last.map { ". `until`에 따라 \($0) 층에서 끝납니다" } ?? "")
        + (nearest.map { "(비슷한 이름: \($0))" } ?? "(있는 층: \(shortList(known)))")
    case .noMap(let layer, let shape, let lastMap):
      "\(layer) 층의 출력은 특성맵이 아니라 값 \(shape)개입니다"
        + (lastMap.map { "(특성맵이 있는 마지막 층: \($0))" } ?? "")
    case .noMaps(let model): "\(model) 모델에는 특성맵을 출력하는 층이 없어 보여 줄 것이 없습니다"
    case .noFilters(let layer, let known):
      "\(layer) 층에는 필터가 없습니다(필터가 있는 층: \(shortList(known)))"
    case .noClasses(let model, let output):
      "\(model) 모델에는 설명할 클래스가 없습니다: 출력은 모양이 \(output)인 특성입니다. 특성을 출력하려면 `vgg predict`를 쓰세요"
    case .unknownClass(let name, let nearest, let count, let areNamed):
      "네트워크에 \(name) 클래스가 없습니다"
        + (nearest.map { "(비슷한 이름: \($0))" }
          ?? (areNamed
            ? ". 레이블이나 0부터 \(count - 1)까지의 번호를 쓰세요"
            : ". 클래스에 이름이 없으니 0부터 \(count - 1)까지의 번호를 쓰세요"))
    case .ambiguousClass(let name, let numbers):
      "이름이 \(name)인 클래스가 여러 개입니다: \(shortList(numbers.map(String.init))). 번호를 쓰세요"
    case .notFinite(let values): words(for: values)
    case .softmaxInside(let layer):
      "\(layer) 층은 뒤에 다른 층이 있는 소프트맥스입니다. 소프트맥스가 마지막일 때만 클래스를 설명할 수 있습니다"
    case .window(let height, let width, let imageHeight, let imageWidth):
      "\(height) x \(width) 픽셀을 가릴 수 없습니다. 입력이 \(imageHeight) x \(imageWidth)이므로 1 x 1부터 "
        + "\(imageHeight) x \(imageWidth)까지의 크기와 1 이상의 보폭을 쓰세요"
    }
  }

  private func words(for values: NotFiniteValues) -> String {
    switch values {
    case .input: "입력에 무한대이거나 수가 아닌 값이 있습니다"
    case .layer(let name):
      "\(name) 층에 무한대이거나 수가 아닌 값이 있습니다: 가중치나 입력을 쓸 수 없습니다"
    case .output: "네트워크의 출력에 무한대이거나 수가 아닌 값이 있습니다: 가중치나 입력을 쓸 수 없습니다"
    case .gradient: "기울기에 무한대이거나 수가 아닌 값이 있습니다: 가중치를 쓸 수 없습니다"
    }
  }
}
