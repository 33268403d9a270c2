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
}
