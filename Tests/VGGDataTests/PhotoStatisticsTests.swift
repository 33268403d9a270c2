import Testing
import VGGTestSupport

@testable import VGGData

@Suite struct PhotoStatisticsTests {
  private func statistics(_ files: [String: [UInt8]]) throws -> PhotoStatistics {
    try withTemporaryFolder { folder in
      for (name, bytes) in files { try folder.write(bytes, to: name) }
      var seen = 0
      let result = try PhotoStatistics(PhotoFolder(reading: folder.path), threads: 2) { seen += $0 }
      #expect(seen == files.count)
      return result
    }
  }

  /// Each photo has the same weight: the mean of 0.2 and 0.6, and the deviation from it.
  @Test func greyPhotos() throws {
    let found = try statistics([
      "a/1.pgm": Array("P5 1 1 255\n".utf8) + [51],
      "b/2.pgm": Array("P5 2 2 255\n".utf8) + [153, 153, 153, 153],
      "b/3.png": Array("no picture".utf8),
    ])
    #expect(found.photos == 2 && found.isGrey)
    #expect(found.perClass == [1, 1])
    #expect(found.mean.count == 1 && abs(found.mean[0] - 0.4) < 1e-12)
    #expect(abs(found.deviation[0] - 0.2) < 1e-12)
    #expect(found.sizes.map(\.width) == [1, 2])
    #expect(found.unreadable.map(\.path).first?.hasSuffix("b/3.png") == true)
  }

  @Test func colourPhotos() throws {
    let found = try statistics([
      "a/1.ppm": Array("P6 2 1 255\n".utf8) + [255, 0, 0, 0, 0, 255],
      "b/2.pgm": Array("P5 1 1 255\n".utf8) + [0],
    ])
    #expect(!found.isGrey)
    #expect(found.mean == [0.25, 0, 0.25])
    #expect(abs(found.deviation[0] - 0.1875.squareRoot()) < 1e-12)
  }

  @Test func nothingThatCanBeUsed() throws {
    let found = try statistics(["a/1.png": []])
    #expect(found.photos == 0 && found.mean == [] && found.deviation == [])
  }
}
