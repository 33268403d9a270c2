import Testing
import VGGTestSupport

@Suite struct LanguageCommandTests {
  /// The language that the environment asks for, the one that the command line asks for, and
  /// whether the output is Korean.
  @Test(arguments: [
    ("", "", false), ("LANG=ko_KR.UTF-8", "", true), ("LANG=ko_KR.UTF-8 LC_ALL=C", "", false),
    ("LANG=ko_KR.UTF-8", "--lang en", false), ("", "--lang ko", true),
  ]) func theOptionOrElseTheLocale(
    _ environment: String, _ option: String, _ isKorean: Bool
  ) throws {
    let command = try TemporaryFolder().command
    for arguments in ["explain A", "explain A --compare-kernels", "worksheet A"] {
      let result = try command.shell("\(environment) vggc \(arguments) \(option)")
      #expect(result.status == 0)
      #expect(result.output.contains("합성곱") == isKorean, "\(arguments)")
    }
  }

  @Test func findingsAreInTheSameLanguage() throws {
    let command = try TemporaryFolder().command
    let result = try command.run(["explain", "A", "--input", "3x16x16", "--lang", "ko"])
    #expect(result.status == 1)
    #expect(result.errors.contains("오류: 2x2 최대 풀링의 창이 1 x 1 특성맵보다 큽니다"))
    #expect(result.output.contains("여기에서 멈춥니다"))
    #expect(!result.output.contains("does not fit"))
    let explained = try command.run(["explain", "map-too-small", "--lang", "ko"])
    #expect(explained.output.contains("특성맵이 층의 창보다 작습니다."))
    #expect(explained.output.contains("해결 방법"))
  }

  /// A configuration with an error and a warning, and one without any.
  private static let files = [
    "torn.yaml": "features: [8, M\n",
    "broken.yaml": "input: [3, 28, 28]\nfeatures: [64, {conv: 64, in: 3}, M, M]\nlables: [a]\n",
    "warned.yaml": """
    input: [3, 28, 28]
    features: [8, M, 8, M, 8, M]
    classifier: {hidden: [], classes: 3}

    """,
  ]

  @Test(arguments: [
    "check broken.yaml", "check warned.yaml", "check --fix --dry-run broken.yaml",
    "summary warned.yaml", "summary A --input 3x16x16", "diff A B", "fmt --check torn.yaml",
    "emit --svg warned.yaml", "explain no-pooling",
  ]) func textIsInKorean(arguments: String) throws {
    let folder = try TemporaryFolder()
    for (name, text) in Self.files { try folder.write(text, to: name) }
    let english = try folder.command.shell("LC_ALL=C.UTF-8 vggc \(arguments)")
    let byOption = try folder.command.shell("LC_ALL=C.UTF-8 vggc \(arguments) --lang ko")
    let byLocale = try folder.command.shell("LC_ALL=ko_KR.UTF-8 vggc \(arguments)")
    #expect(byOption.output == byLocale.output)
    #expect(byOption.errors == byLocale.errors)
    #expect(byOption.status == english.status)
    #expect((byOption.output + byOption.errors).contains(/[가-힣]/))
    #expect(!(english.output + english.errors).contains(/[가-힣]/))
  }

  @Test(arguments: [
    "check --format json broken.yaml warned.yaml", "check --format sarif broken.yaml warned.yaml",
    "check --format github broken.yaml warned.yaml", "summary --format json warned.yaml",
    "summary --format csv warned.yaml", "summary --format markdown A",
    "summary --format csv A --input 3x16x16", "diff --format json A B",
    "diff --format markdown A B", "emit --swift warned.yaml", "emit --pytorch warned.yaml",
    "emit --json warned.yaml", "emit --dot warned.yaml", "fmt --diff warned.yaml",
  ]) func machineFormatsAreTheSameInEveryLanguage(arguments: String) throws {
    let folder = try TemporaryFolder()
    for (name, text) in Self.files { try folder.write(text, to: name) }
    let english = try folder.command.shell("LC_ALL=C.UTF-8 vggc \(arguments)")
    let korean = try folder.command.shell("LC_ALL=ko_KR.UTF-8 vggc \(arguments)")
    #expect(korean.output == english.output)
    #expect(korean.status == english.status)
    #expect(!korean.output.isEmpty || arguments.hasPrefix("fmt"))
  }
}
