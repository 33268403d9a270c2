import Testing
import VGGDiagnostics

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
}
