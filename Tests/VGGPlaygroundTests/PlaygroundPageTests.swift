import Foundation
import Testing
import VGGDiagnostics
import VGGMarkup
import VGGPages
import VGGTestSupport

@testable import VGGPlayground

/// `Page/playground.html`, checked against the scripts, the texts and the files that it references.
@Suite struct PlaygroundPageTests {
  @Test func everyElementOfTheScriptsIsThere() throws {
    let ids = Set(
      PlaygroundPage.template.matches(of: /\sid="([\w-]+)"/).map { String($0.1) })
    var used: Set<String> = []
    for script in try Self.scripts() {
      for match in script.matches(of: /getElementById\("([\w-]+)"\)/) {
        used.insert(String(match.1))
      }
      for match in script.matches(of: /querySelector(?:All)?\(["`]#([\w-]+)/) {
        used.insert(String(match.1))
      }
    }
    #expect(used.count > 30)
    #expect(used.subtracting(ids) == [])
  }

  /// An id that no attribute refers to names a part for style sheets and for links.
  @Test func everyReferenceWithinThePageIsThere() {
    let page = PlaygroundPage.template
    let ids = Set(page.matches(of: /\sid="([\w-]+)"/).map { String($0.1) })
    let references = page.matches(of: /\s(?:for|aria-labelledby|aria-describedby)="([\w -]+)"/)
      .flatMap { $0.1.split(separator: " ").map(String.init) }
    #expect(references.count > 5)
    #expect(Set(references).subtracting(ids) == [])
  }

  @Test(arguments: Language.allCases) func everyTextIsPutIn(_ language: Language) {
    let names = Set(PlaygroundPage.template.matches(of: /\{\{(\w+)\}\}/).map { String($0.1) })
    let texts = PlaygroundPage.texts(in: language.pagePhrases.pageTexts)
    #expect(names == Set(texts.keys))
    #expect(!PlaygroundPage.html(in: language).contains("{{"))
  }

  @Test func englishInTheKoreanPageIsMarked() {
    let texts = SpokenText.texts(in: PlaygroundPage.html(in: .korean))
    #expect(texts.filter { $0.language == "en" }.map(\.text).contains("vggc playground"))
    let names: Set<String> = ["vggc"]
    for text in texts where text.language == "ko" {
      #expect(text.englishWords.filter { !names.contains($0) }.isEmpty, "\(text.text)")
    }
  }

  /// Korean lines break between words, not within them.
  @Test(arguments: [
    "Sources/VGGPlayground/Page/playground.css", "Sources/VGGPages/Page/report.css",
  ])
  func koreanWordsStayWhole(_ path: String) throws {
    #expect(
      try Checkout.text(path).contains(
        ":lang(ko) { word-break: keep-all; overflow-wrap: anywhere; }"))
  }

  @Test func everyFileThatItNamesIsServed() {
    let files = PlaygroundPage.template.matches(of: /(?:href|src)="([^"]+)"/).map { String($0.1) }
    #expect(files.count > 4)
    for file in files { #expect(PageAsset.all[file] != nil, "\(file)") }
  }

  @Test func everyColourIsOfThePalette() throws {
    for path in ["Sources/VGGPlayground/Page/playground.css", "Sources/VGGPages/Page/report.css"] {
      let sheet = try Checkout.text(path)
      #expect(sheet.contains("palette("))
      #expect(!Palette.filled(Array(sheet.utf8)).contains("palette("), "\(path)")
      #expect(sheet.firstMatch(of: /#[0-9a-f]{6}\b/) == nil, "\(path)")
    }
  }

  private static func scripts() throws -> [String] {
    let folder = Checkout.file("Sources/VGGPlayground/Page")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".js") }
      .map { try Checkout.text("Sources/VGGPlayground/Page/\($0)") }
  }
}
