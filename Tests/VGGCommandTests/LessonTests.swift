import Foundation
import Testing
import VGGTestSupport

/// The lesson "Your own photos, start to finish" is true: its commands run as written, one after the other, in an empty
/// folder, and print the shown output.
@Suite struct LessonTests {
  /// The tolerance for losses, and for accuracies in per cent: rounding differs among processors that have the same
  /// instructions as the one on which the lesson was written.
  private static let tolerance = 4.0

  /// Other instructions add in a different order, so that training takes a different course with an equally good result.
  private static var toleranceHere: Double {
    let processor = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    return processor.contains("avx512f") ? tolerance : .infinity
  }

  @Test func everyCommandPrintsWhatIsShown() throws {
    // The program is built next to this build's products, in a folder that keeps the built runtime.
    let build = try Checkout.products().appending(path: "LessonPackage").path
    let commands = try ShownPage(path: "Docs/YourOwnPhotos.md").follow(
      tolerance: Self.toleranceHere,
      surroundings: ["VGGC": Checkout.root.path, "SWIFTPM_BUILD_DIR": build])
    for step in [
      "vgg data inspect", "vggc check", "vgg train", "vgg evaluate", "vgg predict", "vggc emit",
      "swift build", "swift run",
    ] {
      #expect(commands.contains { $0.hasPrefix(step) }, "the lesson has no \(step)")
    }
  }

  /// The Korean page has the same commands except for building the program, whose output is not translated.
  @Test func everyCommandOfTheKoreanPagePrintsWhatIsShown() throws {
    let commands = try ShownPage(path: "Docs/YourOwnPhotos.ko.md").follow(
      tolerance: Self.toleranceHere, surroundings: ["VGGC": Checkout.root.path])
    #expect(commands.contains { $0.hasPrefix("vgg train") && $0.hasSuffix("--lang ko") })
  }

  @Test(arguments: ["Docs/YourOwnPhotos.md", "Docs/YourOwnPhotos.ko.md"])
  func itsPicturesAndPagesAreThere(path: String) throws {
    let page = try Checkout.text(path)
    for match in page.matches(of: /\]\(([^)#]+)\)/) {
      let target = Checkout.file("Docs/\(match.1)").path
      #expect(FileManager.default.fileExists(atPath: target), "\(match.1)")
    }
  }

  @Test(arguments: [
    (["a", "…", "z"], "a\nb\nz\n", true), (["a", "…", "z"], "a\nb\n", false),
    (["loss 0.50  accuracy 90.1%  1,000 images/s  0:01"], "loss 0.5  accuracy 91%", false),
    (
      ["loss 0.50  accuracy 90.1%  1,000 images/s  0:01"],
      "loss 0.9 accuracy 91.0% 7 images/s  1:20", true
    ),
    (["accuracy 90.1%"], "accuracy 80.1%", false), (["7 photos"], "8 photos", false),
    (["{\"class\": 7, … 0.99…"], "{\"class\": 7, \"p\": 0.999}", true),
    (["{\"class\": 7, … 0.99…"], "{\"class\": 9, \"p\": 0.999}", false), ([], "more", false),
  ]) func whatIsShownIsComparedWithWhatIsPrinted(
    _ shown: [String], _ printed: String, _ isTrue: Bool
  ) {
    let output = ShownOutput(lines: shown, tolerance: Self.tolerance)
    #expect(output.describes(printed) == isTrue)
  }

  @Test(arguments: [
    ("accuracy 90.1%", "accuracy 8%", true), ("0  42   .   1", "0  41   1   .", true),
    ("{\"class\": 7, … 0.99…}", "{\"class\": 7, \"p\": 0.98}", true),
    ("accuracy 90.1%", "loss 90.1%", false), ("a … z", "a 1", false),
  ]) func anyNumberIsLikeAnyOtherWhereTheToleranceIsInfinite(
    _ shown: String, _ printed: String, _ isTrue: Bool
  ) {
    let output = ShownOutput(lines: [shown], tolerance: .infinity)
    #expect(output.describes(printed) == isTrue)
  }
}
