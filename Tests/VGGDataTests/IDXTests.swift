import Testing
import VGGRuntime
import VGGTestSupport

@testable import VGGData

/// IDX files written by hand.
@Suite struct IDXTests {
  static let pictures: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3] + Array(0..<12)
  static let labels: [UInt8] = [0, 0, 8, 1, 0, 0, 0, 2, 7, 3]

  private func file(_ bytes: [UInt8], _ path: String) throws -> IDXFile {
    try IDXFile(bytes, path: path)
  }

  @Test func picturesBecomePhotos() throws {
    let pairs = try IDXPhotos.pairs([
      file(Self.labels, "x/train-labels-idx1-ubyte"),
      file(Self.pictures, "train-images-idx3-ubyte"),
    ])
    let photos = try #require(pairs.first)
    #expect(photos.part == "train" && photos.labels == [7, 3])
    let second = try Photo(photos.png(1)).image
    #expect(second.width == 3 && second.height == 2)
    #expect(second.samples == (6..<12).flatMap { [$0, $0, $0] })
  }

  @Test func filesFindTheirPartners() throws {
    let files = try [
      file(Self.pictures, "t10k-images-idx3-ubyte.gz"),
      file(Self.pictures, "train-images.idx3-ubyte"),
      file(Self.labels, "train-labels.idx1-ubyte"), file(Self.labels, "t10k-labels-idx1-ubyte.gz"),
    ]
    #expect(try IDXPhotos.pairs(files).map(\.part) == ["test", "train"])
  }

  @Test func gzipIsExpanded() throws {
    let compressed = try withTemporaryFolder { folder in
      let path = try folder.write(Self.labels, to: "labels")
      #expect(try Tool.run(["gzip", "-9", path]).status == 0)
      return try IDXFile(path: path + ".gz")
    }
    #expect(compressed.values == [7, 3] && compressed.dimensions == [2])
  }

  @Test func compressionRoundTrips() throws {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 * $0 >> 7) }
    let photo = try Photo(
      PNGFile.file(width: 600, height: 500, samples: bytes[...])
    ).image
    #expect(stride(from: 0, to: photo.samples.count, by: 3).map { photo.samples[$0] } == bytes)
  }

  static let broken: [(String, [UInt8], String)] = [
    ("empty", [], "it is not an IDX file, which starts with two zero bytes"),
    ("text", Array("hello".utf8), "it is not an IDX file, which starts with two zero bytes"),
    (
      "floats", [0, 0, 0x0d, 1, 0, 0, 0, 0],
      "its values have type 13, but pictures and labels have type 8, unsigned bytes"
    ),
    ("head", [0, 0, 8, 3, 0, 0], "it ends within its header of 16 bytes"),
    (
      "short", Array(pictures.dropLast()),
      "it has 11 bytes of values, but its header specifies 2 x 2 x 3"
    ),
    (
      "overflow", [0, 0, 8, 3] + [UInt8](repeating: 255, count: 12),
      "it has 0 bytes of values, but its header specifies 4294967295 x 4294967295 x 4294967295"
    ),
    ("gzip", [0x1f, 0x8b, 1, 2, 3], "it cannot be decompressed: "),
  ]

  @Test(arguments: broken) func brokenFiles(name: String, bytes: [UInt8], reason: String) {
    let error = #expect(throws: IDXError.self) { try IDXFile(bytes, path: name) }
    #expect(error?.file == name)
    #expect(error?.reason.hasPrefix(reason) == true, "\(error?.reason ?? "")")
  }

  @Test func filesThatDoNotFit() throws {
    let pictures = try file(Self.pictures, "train-images-idx3-ubyte")
    let labels = try file([0, 0, 8, 1, 0, 0, 0, 1, 7], "train-labels-idx1-ubyte")
    func reason(_ files: [IDXFile]) -> String? {
      #expect(throws: IDXError.self) { try IDXPhotos.pairs(files) }?.reason
    }
    #expect(
      reason([pictures, labels]) == "it has 1 labels for the 2 pictures of train-images-idx3-ubyte")
    #expect(reason([pictures])?.hasPrefix("its label file is missing") == true)
    #expect(reason([labels]) == "the picture file for these labels is missing; also pass that file")
    let flat = try file([0, 0, 8, 2, 0, 0, 0, 1, 0, 0, 0, 1, 5], "flat")
    #expect(reason([flat]) == "it has 2 dimensions; pictures have 3 and labels 1")
  }
}
