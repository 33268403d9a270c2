import Foundation
import Testing
import VGGTestSupport

@testable import VGGGraphJSON

/// Checks that the keys of layers and totals are defined in one place.
@Suite struct KeyTests {
  /// Keys that only layers and totals have; others, such as `name`, occur in many documents.
  static let keys =
    [LayerKey.paperName, .receptiveField].map(\.rawValue)
    + TotalKey.allCases.map(\.rawValue).filter { $0.contains("_") && $0 != "activation_bytes" }

  @Test(arguments: keys) func noOtherModuleSpellsTheKey(_ key: String) throws {
    let sources = Checkout.file("Sources")
    let files = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
      .filter { $0.hasSuffix(".swift") }
    let spelling = try files.filter {
      try String(contentsOf: sources.appending(path: $0), encoding: .utf8).contains("\"\(key)\"")
    }
    #expect(!spelling.isEmpty)
    #expect(spelling.filter { !$0.hasPrefix("VGGGraphJSON/") } == [])
  }
}
