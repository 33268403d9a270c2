import Testing
import VGGTestSupport

@Suite struct LanguageCommandTests {
  /// What the environment asks for, what the command line asks for, and whether it is Korean.
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

  @Test func diagnosticsAreInEnglish() throws {
    let result = try TemporaryFolder().command.run(
      ["explain", "A", "--input", "3x16x16", "--lang", "ko"])
    #expect(result.status == 1)
    #expect(result.errors.contains("error: ") && result.errors.contains("does not fit"))
    #expect(result.output.contains("여기에서 멈춥니다"))
  }
}
