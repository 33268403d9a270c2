import Foundation
import Testing
import VGGTestSupport

/// Every command states its name. swift-argument-parser otherwise derives it from the type's name at each start, for which
/// the Swift runtime searches all conformances of the program several times per command.
@Suite struct CommandNameTests {
  @Test func everyCommandStatesItsName() throws {
    let sources = try FileManager.default.subpathsOfDirectory(
      atPath: Checkout.file("Sources").path
    ).filter { $0.hasSuffix(".swift") }
    var commands = 0
    for path in sources {
      let text = try Checkout.text("Sources/\(path)")
      for match in text.matches(of: /CommandConfiguration\(\s*([A-Za-z]*)/) {
        commands += 1
        #expect(match.1 == "commandName", "\(path)")
      }
    }
    #expect(commands > 25)
  }
}
