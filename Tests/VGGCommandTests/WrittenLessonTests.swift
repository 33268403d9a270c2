import Foundation
import Testing
import VGGTestSupport

/// The lessons in `Docs/Lessons` are true: their commands run as written, one after the other, in an empty folder, and
/// print the shown output.
@Suite struct WrittenLessonTests {
  private static let lessons = [
    "1-cfg-lists", "2-in-channels", "3-maps-shrink", "4-classifier-input", "5-why-3x3",
    "6-depth-and-cost", "7-other-sizes", "8-dilation", "9-activations", "10-dense",
  ]
  private static let koreanLessons = lessons.map { "ko/\($0)" }

  @Test(arguments: lessons + koreanLessons)
  func everyCommandPrintsWhatIsShown(_ lesson: String) throws {
    #expect(try ShownPage(path: "Docs/Lessons/\(lesson).md").follow().count >= 2)
  }

  @Test(arguments: lessons + koreanLessons + ["README", "ko/README"])
  func everyLinkLeadsSomewhere(_ page: String) throws {
    let text = try Checkout.text("Docs/Lessons/\(page).md")
    for match in text.matches(of: /\]\(([^)#]+)\)/) where !match.1.hasPrefix("http") {
      let folder = page.hasPrefix("ko/") ? "Docs/Lessons/ko" : "Docs/Lessons"
      let target = Checkout.file("\(folder)/\(match.1)").path
      #expect(FileManager.default.fileExists(atPath: target), "\(match.1)")
    }
  }

  @Test(arguments: ["", "ko/"]) func theIndexNamesEveryLesson(folder: String) throws {
    let index = try Checkout.text("Docs/Lessons/\(folder)README.md")
    let path = Checkout.file("Docs/Lessons/\(folder)").path
    let run = Self.lessons + Self.koreanLessons
    for file in try FileManager.default.contentsOfDirectory(atPath: path)
    where file.hasSuffix(".md") && file != "README.md" {
      #expect(index.contains("(\(file))"), "\(file)")
      #expect(run.contains { "\($0).md" == folder + file }, "\(file) is not run")
    }
  }

  /// A Korean lesson shows the same networks as the English one, with the same commands.
  @Test(arguments: koreanLessons) func koreanLessonsHaveTheSameNetworks(_ lesson: String) throws {
    func networks(_ path: String) throws -> [[String]] {
      ShownBlock.all(of: try Checkout.text("Docs/Lessons/\(path).md")).filter { $0.mark == "yaml" }
        .map(\.lines)
    }
    #expect(try networks(lesson) == networks(String(lesson.dropFirst(3))))
  }
}
