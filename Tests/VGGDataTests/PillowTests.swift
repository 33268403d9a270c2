import Foundation
import Testing
import VGGRuntime
import VGGTestSupport

@testable import VGGData

/// Photos of every format, opacity, depth and orientation, compared with the Pillow of the tests' Python;
/// `Scripts/checks/pillow-photos.py` makes them.
@Suite struct PillowTests {
  /// The formats for which gdk-pixbuf has a loader only if a separate package is installed.
  private static let optional = ["webp", "avif"]

  @Test(.enabled(if: ReferencePython.isExpected(of: "PIL")))
  func everyPictureHasPillowsPixels() throws {
    let python = try #require(ReferencePython.with("PIL"))
    try withTemporaryFolder { folder in
      let made = try Tool.run([
        python, Checkout.file("Scripts/checks/pillow-photos.py").path, folder.path,
      ])
      try #require(made.status == 0, "\(made.errors)")
      let pictures = try folder.contents().filter { !$0.hasSuffix(".ppm.ppm") }
        .filter { !$0.hasSuffix(".ppm") || $0 == "rgb.ppm" }
      #expect(pictures.count > 120)
      for name in pictures { try compare(name, in: folder) }
    }
  }

  private func tolerance(of name: String) -> Int {
    if name.hasPrefix("lossy") { return 3 }
    // libtiff rounds 16 bits to the nearest 8-bit value; Pillow takes the upper 8 bits.
    return name.hasPrefix("deep") && name.hasSuffix(".tif") && !name.contains("grey") ? 1 : 0
  }

  private func compare(_ name: String, in folder: TemporaryFolder) throws {
    let expected = try PixelImage(
      ppm: Array(Data(contentsOf: folder.url.appending(path: "\(name).ppm"))))
    let photo: Photo
    do throws(InputError) {
      photo = try Photo(path: folder.url.appending(path: name).path)
    } catch {
      let isMissing = error.reason.hasPrefix("gdk-pixbuf has no loader")
      #expect(
        isMissing && Self.optional.contains { name.hasSuffix(".\($0)") }, "\(name): \(error)")
      return
    }
    let samples = photo.image.withChannels(3).samples
    #expect(
      photo.image.width == expected.width && photo.image.height == expected.height, "\(name)")
    let largest = zip(samples, expected.samples).map { abs(Int($0) - Int($1)) }.max() ?? 255
    #expect(largest <= tolerance(of: name), "\(name): \(largest)")
    #expect(photo.isDeep == name.hasPrefix("deep"), "\(name)")
  }
}
