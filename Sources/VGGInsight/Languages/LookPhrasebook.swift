import VGGDiagnostics
import VGGMarkup

/// The texts of `vgg look`, in several languages.
package protocol LookPhrasebook: Sendable {
  var lookTexts: LookTexts { get }
  /// The photo's size as a network gets it.
  func asTheNetworkGetsIt(height: Int, width: Int) -> String
  /// The heading of the photo in the light of a class.
  func why(_ label: String) -> String
  /// The meaning of light and shadow.
  func light(of layer: String) -> String
  func nothingSpeaks(for label: String, in layer: String) -> String
  /// A layer's map: `64 @ 224 × 224`.
  func map(channels: Int, height: Int, width: Int) -> String
  /// The size of a field in pixels.
  func sees(height: Int, width: Int) -> String
  func channel(_ number: Int) -> String
  func row(_ number: Int) -> String
  func column(_ number: Int) -> String
  /// The pixels of a field along one axis, counted from 1.
  func pixelRows(_ first: Int, _ last: Int) -> String
  func pixelColumns(_ first: Int, _ last: Int) -> String
  func className(_ index: Int) -> String
  /// The number of strongest channels shown, of all.
  func strongest(_ numbers: [Int], of count: Int) -> String
  /// The element with English passages marked as such, for screen readers.
  func markingEnglish(in element: Element) -> Element
}

/// The constant texts of the page, in one table per language for its translators.
package struct LookTexts: Sendable {
  package let languageCode: String
  package let title: String
  package let photoHeading: String
  package let layersHeading: String
  /// The meaning of the tiles.
  package let layersCaption: String
  package let answerHeading: String
  package let answerCaption: String
  package let otherClassCaption: String
  /// Instructions for pointing and for the keyboard.
  package let hint: String
  /// The field of a value that is at least as large as the photo.
  package let wholeImage: String
  package let photosLabel: String
}

extension English: LookPhrasebook {
  package var lookTexts: LookTexts {
    LookTexts(
      languageCode: "en", title: "A photo on its way", photoHeading: "The photo",
      layersHeading: "Through the layers",
      layersCaption:
        "A tile is one channel of a layer; shown are at most four, those with the largest means. In each tile the least value is black and the largest white.",
      answerHeading: "The answer", answerCaption: "The most likely classes.",
      otherClassCaption: "The explained class is marked.",
      hint: "Point at a tile, or go to a layer with Tab and move with the arrow keys.",
      wholeImage: "A value sees the whole photo.", photosLabel: "Photos")
  }

  package func asTheNetworkGetsIt(height: Int, width: Int) -> String {
    "as the network gets it, \(grouped(height)) × \(grouped(width)) pixels"
  }

  package func why(_ label: String) -> String { "Why \(label)?" }

  package func light(of layer: String) -> String {
    "Lit is what speaks for the class in \(layer) (Grad-CAM); the rest is in shadow."
  }

  package func nothingSpeaks(for label: String, in layer: String) -> String {
    "Nothing in \(layer) speaks for \(label), so all of the photo is in shadow."
  }

  package func map(channels: Int, height: Int, width: Int) -> String {
    "\(grouped(channels)) @ \(grouped(height)) × \(grouped(width))"
  }

  package func sees(height: Int, width: Int) -> String {
    "A value sees \(grouped(height)) × \(grouped(width)) pixels."
  }

  package func channel(_ number: Int) -> String { "channel \(grouped(number))" }

  package func row(_ number: Int) -> String { "row \(number)" }

  package func column(_ number: Int) -> String { "column \(number)" }

  package func pixelRows(_ first: Int, _ last: Int) -> String {
    "sees "
      + (last < first
        ? "no row" : first == last ? "row \(first)" : "rows \(first) to \(last)")
  }

  package func pixelColumns(_ first: Int, _ last: Int) -> String {
    last < first
      ? "no column" : first == last ? "column \(first)" : "columns \(first) to \(last)"
  }

  package func className(_ index: Int) -> String { "class \(index)" }

  package func strongest(_ numbers: [Int], of count: Int) -> String {
    "strongest \(numbers.count == 1 ? "channel" : "channels"): "
      + numbers.map(String.init).joined(separator: ", ") + " of \(grouped(count))"
  }

  package func markingEnglish(in element: Element) -> Element { element }
}

extension Korean: LookPhrasebook {
  package var lookTexts: LookTexts {
    LookTexts(
      languageCode: "ko", title: "사진이 지나는 길", photoHeading: "사진",
      layersHeading: "층을 지나며",
      layersCaption:
        "타일 하나가 층의 채널 하나입니다. 평균이 큰 채널을 4개까지 보여 주며, 타일마다 가장 작은 값은 검게, 가장 큰 값은 희게 나타냅니다.",
      answerHeading: "답", answerCaption: "확률이 가장 높은 클래스입니다.",
      otherClassCaption: "설명하는 클래스를 표시했습니다.",
      hint: "타일을 가리키거나, Tab 키로 층에 가서 화살표 키로 움직이세요.", wholeImage: "값 하나가 사진 전체를 봅니다.",
      photosLabel: "사진")
  }

  package func asTheNetworkGetsIt(height: Int, width: Int) -> String {
    "네트워크가 받는 모습, \(grouped(height)) × \(grouped(width)) 픽셀"
  }

  package func why(_ label: String) -> String { "이유: \(label)" }

  package func light(of layer: String) -> String {
    "\(layer) 층에서 이 클래스를 뒷받침하는 곳이 밝습니다(Grad-CAM). 나머지는 어둡습니다."
  }

  package func nothingSpeaks(for label: String, in layer: String) -> String {
    "\(layer) 층에는 \(label) 클래스를 뒷받침하는 곳이 없어 사진 전체가 어둡습니다."
  }

  package func map(channels: Int, height: Int, width: Int) -> String {
    "\(grouped(channels)) @ \(grouped(height)) × \(grouped(width))"
  }

  package func sees(height: Int, width: Int) -> String {
    "값 하나가 \(grouped(height)) × \(grouped(width)) 픽셀을 봅니다."
  }

  package func channel(_ number: Int) -> String { "채널 \(grouped(number))" }

  package func row(_ number: Int) -> String { "\(number)행" }

  package func column(_ number: Int) -> String { "\(number)열" }

  package func pixelRows(_ first: Int, _ last: Int) -> String {
    "사진의 " + (last < first ? "행 없음" : first == last ? "\(first)행" : "\(first)~\(last)행")
  }

  package func pixelColumns(_ first: Int, _ last: Int) -> String {
    last < first ? "열 없음" : first == last ? "\(first)열" : "\(first)~\(last)열"
  }

  package func className(_ index: Int) -> String { "클래스 \(index)" }

  package func strongest(_ numbers: [Int], of count: Int) -> String {
    "값이 가장 큰 채널: \(numbers.map(String.init).joined(separator: ", "))(전체 \(grouped(count))개)"
  }

  package func markingEnglish(in element: Element) -> Element { element.markingEnglish() }
}

extension Language {
  /// The texts of `vgg look` in this language.
  package var lookPhrases: any LookPhrasebook {
    switch self {
    case .english: English()
    case .korean: Korean()
    }
  }
}

extension LookPhrasebook {
  /// A probability in percent: `95.7%`, `<0.1%`.
  func percentage(_ probability: Float) -> String {
    let share = fixed(Double(probability) * 100, places: 1)
    return share == "0.0" && probability > 0 ? "<0.1%" : "\(share)%"
  }

  /// A class's label, or its number.
  func name(of label: String?, _ index: Int) -> String {
    label.map { printable(shortened($0)) } ?? className(index)
  }
}
