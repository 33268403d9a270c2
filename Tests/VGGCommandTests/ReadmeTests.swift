import Foundation
import Testing
import VGGTestSupport

/// What the README shows is what happens.
@Suite struct ReadmeTests {
  private static let pages = ["README.md", "README.ko.md"]

  @Test(arguments: pages) func everyBlockIsTrue(_ page: String) throws {
    #expect(try ShownPage(path: page).follow().count >= 3)
  }

  @Test(arguments: pages) func everyLinkLeadsSomewhere(_ page: String) throws {
    let text = try Checkout.text(page)
    for match in text.matches(of: /\]\(([^)]+)\)/) where !match.1.hasPrefix("http") {
      let target = Checkout.file(String(match.1)).path
      #expect(FileManager.default.fileExists(atPath: target), "\(match.1)")
    }
  }

  @Test func theTwoCommandsAreThere() throws {
    for script in [
      "Scripts/setup", "Scripts/test", "Scripts/fuzz", "Scripts/install-packages", ".ci/run",
    ] {
      #expect(
        FileManager.default.isExecutableFile(atPath: Checkout.file(script).path))
    }
  }
}
