import Testing
import VGGDiagnostics
import VGGTestSupport

@testable import VGGMarkup
@testable import VGGPages

/// The glossary, and the pages that are generated from it.
@Suite struct GlossaryTests {
  @Test(arguments: [("Docs/Glossary.md", Language.english), ("Docs/Glossary.ko.md", .korean)])
  func thePageIsCurrent(_ page: String, _ language: Language) throws {
    try expectRecordedPart(Self.tables(in: language), "glossary", of: page)
  }

  /// One table per topic: each term in the page's language, in the other one, and its meaning.
  private static func tables(in language: Language) -> String {
    let titles =
      switch language {
      case .english: ["term", "Korean", "meaning"]
      case .korean: ["용어", "영어", "뜻"]
      }
    let (own, other) = (language.pagePhrases, Self.other(than: language))
    return GlossaryTopic.allCases.map { topic in
      let rows = topic.terms.map { term in
        [
          own.entry(for: term).names,
          "<span lang=\"\(other.rawValue)\">\(other.pagePhrases.entry(for: term).namesElsewhere)</span>",
          own.entry(for: term).meaning,
        ]
      }
      let table = MarkdownTable(titles: titles, alignments: [.left, .left, .left], rows: rows)
      return "## \(own.heading(of: topic))\n\n\(table.text)"
    }.joined(separator: "\n")
  }

  private static func other(than language: Language) -> Language {
    switch language {
    case .english: .korean
    case .korean: .english
    }
  }

  @Test(arguments: Language.allCases) func everyTermIsExplainedOnce(_ language: Language) {
    let phrases = language.pagePhrases
    let entries = GlossaryTerm.allCases.map { phrases.entry(for: $0) }
    #expect(Set(entries.map(\.name)).count == entries.count)
    #expect(Set(entries.map(\.meaning)).count == entries.count)
    for entry in entries {
      #expect(!entry.name.isEmpty && entry.others.allSatisfy { !$0.isEmpty })
      #expect(entry.meaning.hasSuffix(".") && !entry.meaning.contains("|"), "\(entry.meaning)")
    }
  }

  @Test func koreanMeaningsAreKorean() {
    let phrases = Korean()
    for term in GlossaryTerm.allCases {
      #expect(phrases.entry(for: term).meaning.contains(/[가-힣]/))
      #expect(
        !phrases.entry(for: term).meaning.contains(/니다[. ]/), "noun phrases, as in a dictionary")
    }
  }

  @Test(arguments: [
    (GlossaryTerm.stride, "보폭(stride, 스트라이드)"), (.channel, "채널(channel)"), (.relu, "ReLU"),
    (.multiplyAdd, "곱셈-누산(multiply-add, MAC)"), (.topFive, "top-5"),
    (.batchNormalization, "배치 정규화(batch normalization)"),
  ])
  func koreanHeadingsHaveTheEnglishName(_ term: GlossaryTerm, _ heading: String) {
    #expect(Korean().heading(of: term) == heading)
  }

  /// Each term that the Korean pages explain in brackets is translated as in the glossary.
  @Test(arguments: koreanPages) func pagesUseTheTermsOfTheGlossary(_ page: String) throws {
    let names = GlossaryTerm.allCases.reduce(into: [String: Set<String>]()) { names, term in
      let (korean, english) = (Korean().entry(for: term), English().entry(for: term))
      for name in [english.name] + english.others {
        names[name, default: []].formUnion([korean.name] + korean.others)
      }
    }
    let text = try Checkout.text(page).replacing(/\s+/, with: " ").replacing("z", with: "s")
    for match in text.matches(of: /([가-힣 \-]*[가-힣])\(([a-z][a-z -]+)[,)]/) {
      guard let korean = names[String(match.output.2)] else { continue }
      #expect(korean.contains { match.output.1.hasSuffix($0) }, "\(match.output.0)")
    }
  }

  /// The Korean pages have no English phrases outside code, `<span lang="en">` and the brackets after a Korean term.
  @Test(arguments: koreanPages) func englishInKoreanPagesIsMarked(_ page: String) throws {
    let prose = try Checkout.text(page)
      .replacing(/(?m)^```[\s\S]*?^```/, with: "")
      .replacing(/(?m)^    .*$/, with: "")
      .replacing(/`[^`]*`/, with: "`")
      .replacing(/<span lang="en">[^<]*<\/span>/, with: "")
      .replacing(/<!--[\s\S]*?-->/, with: "")
      .replacing(/\]\([^)]*\)/, with: "]")
      .replacing(/[가-힣]\([a-z][A-Za-z, -]*/, with: "")
    for match in prose.matches(of: /[A-Za-z]+(?: [A-Za-z]+)+/)
    where match.output.contains(/[a-z]{2}/) {
      #expect(Self.names.contains(String(match.output)), "\(match.output)")
    }
  }

  private static let names: Set<String> = ["JSON Schema", "VS Code"]

  static let koreanPages =
    ["README.ko.md", "Docs/YourOwnPhotos.ko.md", "Docs/Glossary.ko.md"]
    + Checkout.files(in: "Docs/Lessons/ko")
}
