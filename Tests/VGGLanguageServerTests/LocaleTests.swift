import Testing

/// The server uses the language that the client states at startup.
@Suite struct LocaleTests {
  private static let broken = """
    input: [3, 32, 32]
    features: [64, {conv: 64, in: 3}, M]
    classifier: {hidden: [], classes: 10}

    """
  private static let range =
    #","range":{"start":{"line":0,"character":0},"end":{"line":9,"character":0}},"context":{"diagnostics":[]}"#

  @Test(arguments: [
    ("ko", true), ("ko-KR", true), ("en", false), ("en-US", false), ("fr", false), (nil, false),
  ]) func diagnosticsAndFixes(locale: String?, isKorean: Bool) throws {
    var session = Session(locale: locale)
    let published = try #require(try session.open(Self.broken).last)
    #expect(published.contains("합성곱의 입력 채널이 3개로 지정되었지만") == isKorean)
    #expect(published.contains("참고: 출력 채널 64개는 여기서 정해집니다") == isKorean)
    #expect(published.contains("convolution expects 3 input channels") != isKorean)
    let actions = try session.ask("codeAction", Self.range)
    #expect(actions.contains("3을 64로 바꾸세요") == isKorean)
    #expect(actions.contains("이 파일의 수정을 모두 적용") == isKorean)
    #expect(actions.contains("replace 3 with 64") != isKorean)
  }

  @Test func hoverIsTheKoreanLesson() throws {
    var session = Session(locale: "ko")
    try session.open("input: [3, 32, 32]\nfeatures: [64, M]\n")
    let hover = try session.ask("hover", #","position":{"line":1,"character":12}"#)
    #expect(hover.contains("매개변수"))
    #expect(!hover.contains("parameters"))
  }
}
