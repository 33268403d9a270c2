import Testing
import VGGTestSupport

/// The errors of Swift's type checker about chains of layers.
@Suite struct BrokenChainTests {
  @Test func acceptsAChainThatFits() throws {
    let check = try typeCheck(input: "FeatureMap<64, 16, 16>")
    #expect(check.status == 0, "\(check.errors)")
  }

  @Test func refusesWrongChannelsAndShowsBothShapes() throws {
    let check = try typeCheck(input: "FeatureMap<128, 16, 16>")
    #expect(check.status != 0)
    #expect(check.errors.contains("error: cannot convert"))
    #expect(check.errors.contains("'FeatureMap<128, 16, 16>'"))
    #expect(check.errors.contains("'FeatureMap<64, 16, 16>'"))
  }

  /// Type-checks a function that passes a map of the type `input` to a `Conv3x3<64, 32, 16, 16>`.
  private func typeCheck(input: String) throws -> Tool.Result {
    try TypeChecker.check([
      "Chain": """
      import VGGRuntime

      func chain(conv: Conv3x3<64, 32, 16, 16>, map: \(input)) -> FeatureMap<32, 16, 16> {
        conv(map)
      }
      """
    ])
  }
}
