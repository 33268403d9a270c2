import Testing
import VGGFindings
import VGGGraph
import VGGTestSupport

@testable import VGGDiagnostics
@testable import VGGMarkup
@testable import VGGPages

/// The language of the texts of Korean pages: screen readers speak English passages as English.
@Suite struct EnglishPassageTests {
  /// Names that Korean sentences contain.
  private static let names: Set<String> = [
    "AlexNet", "Araujo", "Caffe", "DeepLab", "Distill", "Keras", "Krizhevsky", "Norris", "PyTorch",
    "ResNet",
    "Sim", "Simonyan", "TensorFlow", "Zisserman", "flops", "fvcore", "issue", "ptflops", "thop",
    "timm", "torch-scan", "torchinfo", "torchvision", "vggc",
  ]

  /// Words of layers' notation in a list with Korean words, and of formulas.
  private static let notation: Set<String> = [
    "alpha", "avgpool", "batch-norm", "beta", "ceil", "dilation", "dropout", "erf", "exp",
    "flatten", "floor", "global-avgpool", "global-maxpool", "groups", "leaky-ReLU", "max",
    "maxpool", "min", "none", "over", "pad", "prob", "sigmoid", "soft-max", "softmax", "sqrt",
    "tanh", "true",
    "uncounted",
  ]

  @Test(arguments: [SampleModel.custom, .everyKind, .stopped, .lpips]) func report(
    _ sample: SampleModel
  ) throws {
    let models = try sample.models()
    let page = ReportPage(
      models, comparedWith: [try builtIn("A")], findings: [], in: .korean
    ).html(comment: "")
    let texts = SpokenText.texts(in: page)
    #expect(texts.count > 200)
    expectKorean(texts, of: models)
    let english = texts.filter { $0.language == "en" }.map(\.text)
    #expect(english.contains { $0.contains("conv1_1") })
    #expect(english.contains("receptive field, RF"))
    #expect(!english.contains { $0.contains(/[가-힣]/) })
  }

  @Test(arguments: [SampleModel.custom, .everyKind, .stopped, .lpips]) func playground(
    _ sample: SampleModel
  ) throws {
    for model in try sample.models() {
      let view = NetworkView(model, inScaleOf: model, .korean) { _ in nil }
      let parts = [view.facts, view.drawing, view.layers] + view.volumes.map(\.lesson)
      let texts = parts.flatMap { SpokenText.texts(in: $0, of: "ko") }
      #expect(texts.contains { $0.language == "en" && $0.text.contains("conv1_1") })
      expectKorean(texts, of: [model])
    }
  }

  private func expectKorean(_ texts: [SpokenText], of models: [CheckedModel]) {
    let own = models.flatMap { $0.name.split(separator: " ").map(String.init) }
    for text in texts where text.language == "ko" {
      let remainder = text.englishWords.filter {
        !Self.names.contains($0) && !Self.notation.contains($0)
          && !own.contains($0) && DiagnosticID(rawValue: $0) == nil
      }
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
    ("torchinfo의 \"forward/backward pass size\"는", ["forward/backward pass size"]),
    ("\"start\"를 구합니다", ["start"]), ("torchvision/models/vgg.py의 목록", []),
    ("행 floor((32 + 2*1 - 3)/1) + 1 = 32", []), ("합성곱(convolution", []),
  ])
  func passagesOfSentences(_ sentence: String, _ passages: [String]) {
    let texts = SpokenText.texts(
      in: Element("p", text: sentence).markingEnglish().rendered(as: .html), of: "ko")
    #expect(texts.filter { $0.language == "en" }.map(\.text) == passages)
    #expect(texts.map(\.text).joined().replacing("&quot;", with: "\"") == sentence)
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
