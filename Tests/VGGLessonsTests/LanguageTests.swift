import Testing
import VGGDiagnostics
import VGGGraph
import VGGTestSupport

@testable import VGGReports

@Suite struct LanguageTests {
  @Test(arguments: [
    ("ko_KR.UTF-8", Language.korean), ("ko_KR.utf8", .korean), ("ko_KR", .korean),
    ("ko", .korean), ("ko-KR", .korean), ("ko_KR.eucKR", .english), ("ko_KR.UTF-8@x", .korean),
    ("en_US.UTF-8", .english), ("C", .english), ("C.UTF-8", .english), ("POSIX", .english),
    ("kok_IN.UTF-8", .english), ("", .english), ("de_DE.UTF-8", .english), ("@", .english),
    (".", .english),
  ]) func ofALocale(_ locale: String, _ language: Language) {
    #expect(Language(locale: locale) == language)
  }

  @Test(arguments: [
    (["LC_ALL": "ko_KR.UTF-8", "LANG": "en_US.UTF-8"], Language.korean),
    (["LC_ALL": "C", "LANG": "ko_KR.UTF-8"], .english),
    (["LC_ALL": "", "LC_MESSAGES": "ko_KR.UTF-8", "LANG": "C"], .korean),
    (["LANG": "ko_KR.UTF-8"], .korean), ([:], .english), (["LC_CTYPE": "ko_KR.UTF-8"], .english),
  ]) func ofAnEnvironment(_ environment: [String: String], _ language: Language) {
    #expect(Language { environment[$0] } == language)
  }

  @Test(arguments: [
    ("conv1_1", KoreanParticle.topic, "conv1_1은"), ("pool5", .topic, "pool5는"),
    ("fc6", .object, "fc6을"), ("25,088", .object, "25,088을"), ("224", .subject, "224가"),
    ("1,000", .and, "1,000과"), ("특성맵", .subject, "특성맵이"), ("채널", .by, "채널로"),
    ("7x7", .by, "7x7로"), ("3", .by, "3으로"), ("2", .by, "2로"), ("512", .and, "512와"),
    ("model", .topic, "model은"), ("57.6 MiB", .topic, "57.6 MiB는"), ("층", .by, "층으로"),
    ("(224x224)", .object, "(224x224)를"),
  ]) func particlesFollowTheSound(_ word: String, _ particle: KoreanParticle, _ text: String) {
    #expect(with(word, particle) == text)
  }

  @Test(arguments: SampleModel.reported) func lessonsInKorean(_ sample: SampleModel) throws {
    let texts = try sample.models().map { Explanation($0, in: .korean).text(width: 80) }
    try expectGolden(texts.joined(separator: "\n"), "\(sample.folder)/explain-ko.txt")
  }

  /// Titles, totals and notes of the report's tables, and all that the picture says.
  @Test(arguments: SampleModel.reported) func tablesInKorean(_ sample: SampleModel) throws {
    let phrases = Korean()
    for model in try sample.models() {
      let layers = LayerTable(model, phrases)
      var said = layers.table.columns.map(\.title)
      said += [layers.notShown].compactMap { $0 } + Convention.allCases.map(phrases.meaning)
      if case .graph(let graph) = model {
        said += TotalsTable(graph, phrases).entries.map { $0.total.title(in: phrases) }
        said += ComparisonReport([graph]).table(in: phrases).columns.map(\.title)
        said += ComparisonColumn.allCases.compactMap(phrases.meaning)
        said += svgElement(graph, id: "a", in: phrases).texts.filter { !Self.isALayer($0) }
      }
      let own = said.map { $0.replacing(shortened(model.name), with: "") }
      for text in own where !["torchvision", "MAC", ""].contains(text) {
        #expect(text.contains(/[가-힣]/), "\(text)")
        #expect(!text.contains(/[a-z]{2,} [a-z]{2,}/), "\(text)")
      }
    }
  }

  /// A layer's name and the shape that it gives.
  private static func isALayer(_ text: String) -> Bool { text.contains(/^\w+ [\dx]+$/) }

  /// Every equation with its numbers put in is the same in both languages.
  @Test(arguments: SampleModel.reported) func theArithmeticIsTheSame(_ sample: SampleModel) throws {
    for model in try sample.models() {
      let english = Self.results(Explanation(model).text(width: 400))
      let korean = Self.results(Explanation(model, in: .korean).text(width: 400))
      #expect(english == korean)
    }
  }

  /// The numbers that stand after an equals sign, in order.
  private static func results(_ text: String) -> [String] {
    text.matches(of: /= ([0-9][0-9,.]*[0-9]|[0-9])/).map { String($0.1) }
  }

  @Test(arguments: SampleModel.reported, [40, 80, 120])
  func linesKeepToTheWidth(_ sample: SampleModel, _ width: Int) throws {
    for model in try sample.models() {
      let text = Explanation(model, in: .korean).text(width: width)
      for line in text.split(separator: "\n") where isProse(line) {
        #expect(displayWidth(line) <= width, "\(line)")
      }
    }
  }

  /// Neither a formula, which is indented, nor a line that is one word.
  private func isProse(_ line: Substring) -> Bool {
    !line.hasPrefix("  ") && line.contains(" ")
  }
}

extension XMLElement {
  /// What is written in the element, one text for each element that has some.
  fileprivate var texts: [String] {
    let own = children.compactMap { if case .text(let text) = $0 { text } else { nil } }
    let inner = children.flatMap { child -> [String] in
      if case .element(let element) = child { element.texts } else { [] }
    }
    guard name != "style", !own.isEmpty else { return inner }
    return [(own + inner).joined()]
  }
}
