import Testing
import VGGCompiler

@Suite struct CompiledConfigurationTests {
  @Test func aSoundConfiguration() throws {
    let compiled = CompiledConfiguration(yaml: "name: small\ninput: [3, 64, 64]\nextends: D\n")
    #expect(compiled.isSound)
    #expect(compiled.networks.map(\.name) == ["small"])
    #expect(compiled.diagnostics().isEmpty)
    #expect(compiled.diagnosticsText().isEmpty)
    #expect(compiled.summary().contains("512 * 2 * 2 = 2,048"))
    #expect(compiled.explanation().contains("What in_channels = v does"))
    #expect(compiled.explanation(in: .korean) != compiled.explanation())
    #expect(compiled.swiftSource().contains("Conv3x3<3, 64, 64, 64>"))
  }

  @Test func anUnsoundConfiguration() throws {
    let compiled = CompiledConfiguration(
      yaml: "features: [64, {conv: 8, in: 3}]\n", fileName: "bad.yaml")
    #expect(!compiled.isSound)
    #expect(compiled.networks.isEmpty)
    #expect(compiled.diagnosticsText().hasPrefix("bad.yaml:1:30: error: "))
    #expect(try compiled.diagnosticsJSON().contains("\"code\" : \"channel-mismatch\""))
    #expect(compiled.summary().contains("stopped"))
  }

  @Test func onlyModelsWithErrorsAreLeftOut() {
    let compiled = CompiledConfiguration(
      yaml: """
        input: [3, 8, 8]
        classifier: {hidden: [], classes: 2}
        models:
          one: [8, M]
          two: [8, {conv: 8, in: 3}]
          three: [8, M, 8]
        """)
    #expect(!compiled.isSound)
    #expect(compiled.networks.map(\.name) == ["one", "three"])
    #expect(compiled.networks.map(\.typeName) == ["One", "Three"])
  }

  @Test func textsAreFormatted() throws {
    let compiled = CompiledConfiguration(yaml: "features: [8,M]   # two\nclassifier: {clases: 2}\n")
    #expect(!compiled.isSound)
    #expect(
      try compiled.formattedYAML() == "features: [8, M]  # two\nclassifier: {clases: 2}\n")
  }

  @Test func textsThatAreNotYAMLAreNotFormatted() throws {
    let compiled = CompiledConfiguration(yaml: "features: [8\n", fileName: "open.yaml")
    let error = try #require(throws: UnformattableText.self) { try compiled.formattedYAML() }
    let diagnostic = try #require(error.diagnostics().first)
    #expect(diagnostic.id == "yaml-syntax")
    #expect(diagnostic.range.file == "open.yaml")
    #expect(error.diagnostics(in: .korean).map(\.message) != error.diagnostics().map(\.message))
  }

  @Test func textsOfMoreThan16MiBAreRefused() throws {
    let text = "features: [8]\n" + String(repeating: "#", count: 16 << 20)
    let compiled = CompiledConfiguration(yaml: text)
    #expect(compiled.networks.isEmpty)
    #expect(compiled.diagnostics().map(\.id) == ["unreadable-file"])
    #expect(compiled.diagnostics().map(\.message) == ["the file is larger than 16 MiB"])
    #expect(!compiled.diagnosticsText().isEmpty)
    #expect(compiled.fixed().diagnostics() == compiled.diagnostics())
  }

  @Test func languagesHaveTheirCodes() {
    #expect(Language(code: "ko") == .korean)
    #expect(Language(code: "en") == .english)
    #expect(Language(code: "fr") == nil)
    #expect(Language.korean.code == "ko")
  }
}
