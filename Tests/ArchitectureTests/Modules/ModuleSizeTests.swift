import Foundation
import Testing
import VGGTestSupport

/// Checks that no module is too small or too large.
@Suite struct ModuleSizeTests {
  private static let usual = 300...5_000

  /// A smaller module needs a reason, in a row of Docs/Architecture.md that begins with its name.
  @Test(arguments: SourceTree.modules) func hasAUsualSize(_ module: String) throws {
    let lines = SourceTree.files.filter { $0.module == module }.reduce(0) { $0 + $1.lines.count }
    #expect(lines <= Self.usual.upperBound, "\(module) has \(lines) lines")
    guard lines < Self.usual.lowerBound else { return }
    let page = try String(
      contentsOf: Checkout.root.appending(path: "Docs/Architecture.md"), encoding: .utf8)
    #expect(page.contains("\n| `\(module)`, small because "), "\(module) has only \(lines) lines")
  }

  @Test(arguments: SourceTree.modules) func hasASentenceInTheArchitecture(_ module: String) throws {
    let page = try String(
      contentsOf: Checkout.root.appending(path: "Docs/Architecture.md"), encoding: .utf8)
    #expect(page.contains("`\(module)`"), "Docs/Architecture.md says nothing about \(module)")
  }
}
