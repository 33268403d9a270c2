import Testing
import VGGCompute

@Suite struct KernelBuildTests {
  /// `swift run`, `swift test` and Xcode's Run build for debugging, where SwiftPM doesn't optimise C.
  @Test func kernelsAreOptimisedInThisConfiguration() {
    #expect(KernelBuild.isOptimised)
  }
}
