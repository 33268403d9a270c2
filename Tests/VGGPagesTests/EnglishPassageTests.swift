import Testing
import VGGGraph
import VGGTestSupport

@testable import VGGDiagnostics
@testable import VGGMarkup
@testable import VGGPages

/// The language of the texts of Korean pages: screen readers speak English passages as English.
@Suite struct EnglishPassageTests {
  /// Names that Korean sentences contain, and words of formulas.
  private static let names: Set<String> = [
    "Caffe", "Keras", "Krizhevsky", "PyTorch", "Simonyan", "TensorFlow", "VGG-A", "Zisserman",
    "alpha", "beta", "ceil", "floor", "fvcore", "pixels", "ptflops", "sqrt", "thop", "torchinfo",
    "torchvision", "vgg", "vggc",
  ]

  @Test(arguments: SampleModel.reported) func report(_ sample: SampleModel) throws {
    let page = ReportPage(
      try sample.models(), comparedWith: [try builtIn("A")], findings: [], in: .korean
    ).html(comment: "")
    let texts = SpokenText.texts(in: page)
    #expect(texts.count > 200)
    expectKorean(texts)
    let english = texts.filter { $0.language == "en" }.map(\.text)
    #expect(english.contains { $0.contains("conv1_1") })
    #expect(english.contains("receptive field"))
    #expect(!english.contains { $0.contains(/[가-힣]/) })
  }

  @Test(arguments: SampleModel.reported) func playground(_ sample: SampleModel) throws {
    for model in try sample.models() {
      let view = NetworkView(model, inScaleOf: model, .korean) { _ in nil }
      let parts = [view.facts, view.drawing, view.layers] + view.volumes.map(\.lesson)
      let texts = parts.flatMap { SpokenText.texts(in: $0, of: "ko") }
      #expect(texts.contains { $0.language == "en" && $0.text.contains("conv1_1") })
      expectKorean(texts)
    }
  }

  private func expectKorean(_ texts: [SpokenText]) {
    for text in texts where text.language == "ko" {
      let remainder = text.englishWords.filter { !Self.names.contains($0) }
      #expect(remainder.isEmpty, "\(text.text)")
    }
  }

  /// In an English page, nothing is marked.
  @Test func englishPagesHaveOneLanguage() throws {
    let page = ReportPage(
      try SampleModel.custom.models(), comparedWith: [], findings: [], in: .english
    ).html(comment: "")
    #expect(page.matches(of: /\slang="/).count == 1)
  }

  @Test(arguments: [
    ("보폭(stride, 스트라이드)", ["stride"]), ("논문의 weight layers는", ["weight layers"]),
    ("Simonyan과 Zisserman의 네트워크", []), ("편향, ReLU, MAC(MAC)", []),
    ("in_channels = v가 하는 일, Conv2d(in_channels, v)", []),
    ("U+FF2D FULLWIDTH LATIN CAPITAL LETTER M 문자", []), ("검사(map-too-small)", ["map-too-small"]),
    ("행 floor((32 + 2*1 - 3)/1) + 1 = 32", []), ("합성곱(convolution", []),
  ])
  func passagesOfSentences(_ sentence: String, _ passages: [String]) {
    let texts = SpokenText.texts(
      in: Element("p", text: sentence).markingEnglish().rendered(as: .html), of: "ko")
    #expect(texts.filter { $0.language == "en" }.map(\.text) == passages)
    #expect(texts.map(\.text).joined() == sentence)
  }

  @Test(arguments: [
    ("conv1_1", true), ("features.0", true), ("MAC", false), ("3x32x32", false), ("특성맵", false),
    ("floor((32 + 2*1 - 3)/1) + 1 = 32", false),
  ])
  func elementsInEnglish(_ text: String, _ isEnglish: Bool) {
    let element = Element("td", ["class": "text"], text: text)
    #expect(element.markingEnglish() == (isEnglish ? element.adding(["lang": "en"]) : element))
  }

  /// A title cannot contain elements.
  @Test func titlesStayTexts() {
    let element = Element("title", text: "특성맵(feature map)")
    #expect(element.markingEnglish() == element)
    let code = Element("p") { Element("code", text: "출력 = floor of something") }
    #expect(code.markingEnglish() == code)
  }
}
