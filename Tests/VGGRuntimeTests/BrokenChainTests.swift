import Foundation
import Testing

/// What Swift's own type checker says about chains of layers.
@Suite struct BrokenChainTests {
  @Test func acceptsAChainThatFits() throws {
    let check = try typeCheck(input: "FeatureMap<64, 16, 16>")
    #expect(check.status == 0, "\(check.messages)")
  }

  @Test func refusesWrongChannelsAndShowsBothShapes() throws {
    let check = try typeCheck(input: "FeatureMap<128, 16, 16>")
    #expect(check.status != 0)
    #expect(check.messages.contains("error: cannot convert"))
    #expect(check.messages.contains("'FeatureMap<128, 16, 16>'"))
    #expect(check.messages.contains("'FeatureMap<64, 16, 16>'"))
  }

  /// Type-checks a function that gives a `Conv3x3<64, 32, 16, 16>` a map of the type `input`.
  private func typeCheck(input: String) throws -> (status: Int32, messages: String) {
    let folder = try TemporaryFolder()
    let source = """
      import VGGRuntime

      func chain(conv: Conv3x3<64, 32, 16, 16>, map: \(input)) -> FeatureMap<32, 16, 16> {
        conv(map)
      }
      """
    let file = try folder.write(Array(source.utf8), to: "Chain.swift")
    let modules = Bundle.module.bundleURL.deletingLastPathComponent().appending(path: "Modules")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["swiftc", "-typecheck", "-swift-version", "6", "-I", modules.path, file]
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
