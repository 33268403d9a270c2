import Foundation
import Testing
import VGGTestSupport

/// Checks that the README is true.
@Suite struct ReadmeTests {
  private static let pages = ["README.md", "README.ko.md"]

  @Test(arguments: pages) func everyBlockIsTrue(_ page: String) throws {
    #expect(try ShownPage(path: page).follow().count >= 3)
  }

  @Test(arguments: pages + ["CONTRIBUTING.md", "SECURITY.md"])
  func everyLinkLeadsSomewhere(_ page: String) throws {
    let text = try Checkout.text(page)
    for match in text.matches(of: /\]\(([^)#]+)[^)]*\)/) where !match.1.hasPrefix("http") {
      let target = Checkout.file(String(match.1)).path
      #expect(FileManager.default.fileExists(atPath: target), "\(match.1)")
    }
  }

  @Test func everyScriptForContributorsIsThere() throws {
    let text = try Checkout.text("CONTRIBUTING.md")
    let paths = Set(
      text.matches(of: /(?:Scripts|\.ci)\/[A-Za-z0-9_.\/-]*[A-Za-z0-9]/).map { String($0.0) })
    #expect(paths.count > 15)
    for path in paths {
      #expect(FileManager.default.fileExists(atPath: Checkout.file(path).path), "\(path)")
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
