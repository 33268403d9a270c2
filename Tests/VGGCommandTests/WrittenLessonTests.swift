import Foundation
import Testing
import VGGTestSupport

/// The lessons in `Docs/Lessons` are true: their commands run as written, one after the other, in an empty folder, and
/// print what is shown.
@Suite struct WrittenLessonTests {
  private static let lessons = [
    "1-cfg-lists", "2-in-channels", "3-maps-shrink", "4-classifier-input", "5-why-3x3",
    "6-depth-and-cost", "7-other-sizes", "8-dilation", "9-activations", "10-dense",
  ]

  @Test(arguments: lessons) func everyCommandPrintsWhatIsShown(_ lesson: String) throws {
    #expect(try ShownPage(path: "Docs/Lessons/\(lesson).md").follow().count >= 2)
  }

  @Test(arguments: lessons + ["README"]) func everyLinkLeadsSomewhere(_ page: String) throws {
    let text = try Checkout.text("Docs/Lessons/\(page).md")
    for match in text.matches(of: /\]\(([^)#]+)\)/) where !match.1.hasPrefix("http") {
      let target = Checkout.file("Docs/Lessons/\(match.1)").path
      #expect(FileManager.default.fileExists(atPath: target), "\(match.1)")
    }
  }

  @Test func theIndexNamesEveryLesson() throws {
    let index = try Checkout.text("Docs/Lessons/README.md")
    let folder = Checkout.file("Docs/Lessons").path
    for file in try FileManager.default.contentsOfDirectory(atPath: folder)
    where file != "README.md" {
      #expect(index.contains("(\(file))"), "\(file)")
      #expect(Self.lessons.contains { "\($0).md" == file }, "\(file) is not run")
    }
  }
}
