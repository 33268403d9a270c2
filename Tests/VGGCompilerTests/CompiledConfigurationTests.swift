import Testing
import VGGCompiler

@Suite struct CompiledConfigurationTests {
  @Test func aSoundConfiguration() throws {
    let compiled = CompiledConfiguration(yaml: "name: small\ninput: [3, 64, 64]\nextends: D\n")
    #expect(compiled.isSound)
    #expect(compiled.modelNames == ["small"])
    #expect(compiled.diagnostics().isEmpty)
    #expect(compiled.summary().contains("512 * 2 * 2 = 2,048"))
    #expect(compiled.explanation().contains("What in_channels = v does"))
    #expect(try #require(compiled.swiftSource(of: "small")).contains("Conv3x3<3, 64, 64, 64>"))
    #expect(try #require(try compiled.graphJSON(of: "small")).contains("\"name\" : \"small\""))
    #expect(compiled.swiftSource(of: "other") == nil)
  }

  @Test func anUnsoundConfiguration() throws {
    let compiled = CompiledConfiguration(
      yaml: "features: [64, {conv: 8, in: 3}]\n", fileName: "bad.yaml")
    #expect(!compiled.isSound)
    #expect(compiled.modelNames.isEmpty)
    #expect(compiled.diagnostics().hasPrefix("bad.yaml:1:30: error: "))
    #expect(try compiled.diagnosticsJSON().contains("\"code\" : \"channel-mismatch\""))
    #expect(compiled.summary().contains("stopped"))
  }
}
