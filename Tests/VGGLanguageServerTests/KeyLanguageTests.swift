import Testing
import VGGDiagnostics
import VGGSpec

@testable import VGGLanguageServer

/// The documentation of keys and words in the client's language.
@Suite struct KeyLanguageTests {
  private static let tables = KeyTables()
  private static let korean = Language.korean.keyPhrases
  private static let english = Language.english.keyPhrases

  /// The text without code.
  private static func prose(_ text: String) -> String {
    text.replacing(/`[^`]*`/, with: "")
  }

  private static func isKorean(_ text: String) -> Bool {
    text.contains(/[가-힣]/) && !prose(text).contains(/[A-Za-z]+ +[A-Za-z]+ +[A-Za-z]+/)
  }

  @Test func everyKeyIsDocumentedInKorean() {
    #expect(Self.tables.keys.count > 60)
    for key in Self.tables.keys {
      let text = key.text(in: Self.korean)
      #expect(Self.isKorean(text), "\(key.name): \(text)")
      #expect(!text.contains("Default"), "\(key.name): \(text)")
    }
  }

  /// A key has a default in words in both languages or in neither.
  @Test func defaultsInWordsAreTranslated() {
    for key in Self.tables.keys {
      let korean = key.key.documentation(in: Self.korean)
      #expect((korean.rule == nil) == (key.documentation.rule == nil), "\(key.name)")
      #expect(!Self.prose(korean.rule ?? "").contains(/[A-Za-z]{2,}/), "\(key.name)")
    }
  }

  @Test func everyWordIsDescribedInKorean() {
    #expect(Self.tables.words.count > 30)
    for word in Self.tables.words {
      let text = Self.korean.summary(of: word)
      #expect(Self.isKorean(text), "\(word.text): \(text)")
    }
    for pattern in Self.tables.patterns {
      let text = Self.korean.summary(of: pattern)
      #expect(Self.isKorean(text), "\(pattern.example): \(text)")
    }
  }

  @Test func englishIsThatOfTheKeys() {
    for key in Self.tables.keys {
      #expect(key.key.documentation(in: Self.english) == key.documentation)
      #expect(key.text(in: Self.english).hasPrefix(key.summary))
    }
  }

  @Test func theCheckFindsEnglish() {
    #expect(!Self.isKorean("보폭입니다. The window's size in pixels."))
    #expect(!Self.isKorean("ReLU"))
    #expect(Self.isKorean("`the same as M`과 같습니다."))
  }

  @Test(arguments: [
    (1, 3, #"합성곱과 활성화 함수 사이마다 배치 정규화를 둘지 정합니다.\n\n기본값: `false`"#),
    (2, 29, #"학습률입니다.\n\n기본값: 0.01, `adam`이면 0.001"#),
    (3, 2, #"네트워크의 크기와 연산량의 한도입니다. 넘으면 오류입니다.\n\n기본값: 없음"#),
  ])
  func hoversInKorean(line: Int, character: Int, text: String) throws {
    var session = Session(locale: "ko")
    try session.open(
      """
      features: [64, M]
      batch_norm: true
      training: {optimizer: adam, rate: 0.01}
      limits: {parameters: 900M}

      """)
    let answer = try session.ask(
      "hover", #","position":{"line":\#(line),"character":\#(character)}"#)
    #expect(answer.contains(text), "\(answer)")
  }

  @Test(arguments: [
    ("training: {optimizer: ", "`momentum` 값을 쓰는 확률적 경사 하강법입니다."),
    ("features: [", "보폭이 2인 2x2 최대 풀링으로, `M`과 같습니다."),
    ("features: [", "`{leaky_relu: 0.01}`과 같습니다."),
    ("features: [", "논문의 표기로 적은 합성곱입니다(커널 3, 출력 채널 64개)."),
    ("features: [{conv: 3, ", "커널의 높이와 너비입니다."),
    ("extends: ", "내장 설정 D입니다."),
  ])
  func completesInKorean(text: String, documentation: String) throws {
    var session = Session(locale: "ko")
    try session.open(text)
    let answer = try session.ask(
      "completion", #","position":{"line":0,"character":\#(text.count)}"#)
    #expect(answer.contains(documentation), "\(answer)")
  }
}
