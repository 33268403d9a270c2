import Foundation
import Testing
import VGGTestSupport

@testable import VGGWeights

@Suite struct ZipArchiveTests {
  private static let tensor = PickleBytes.tensor(
    PickleBytes.storage(count: 2), shape: [2], strides: [1])
  private static let sound = archive(
    PickleBytes.dictionary([("a", tensor)]), storage: [1.5, -2])

  struct Case: Sendable, CustomTestStringConvertible {
    let message: String
    let change: @Sendable (inout ZipBytes) -> Void

    var testDescription: String { message }

    init(_ message: String, _ change: @escaping @Sendable (inout ZipBytes) -> Void) {
      self.message = message
      self.change = change
    }
  }

  @Test func readsItUnchanged() throws {
    try withTemporaryFolder { folder in
      let file = try WeightFile(path: folder.write(Self.sound.bytes, to: "net.pth"))
      #expect(file.container == .pyTorchZip)
      #expect(try file.tensor("a", shape: [2]).values == [1.5, -2])
      var commented = Self.sound
      commented.comment = Array("PK\u{5}\u{6} a comment".utf8)
      #expect(try directory(commented.bytes).tensors.count == 1)
    }
  }

  @Test(arguments: [
    Case(
      "'net/data/0' in the zip is compressed (deflated), but only stored files are supported, as "
        + "torch.save writes them; unpack the archive and store its files without compression"
    ) { $0.entries[2].method = 8 },
    Case(
      "'net/data.pkl' in the zip is compressed (method 77), but only stored files are supported, as "
        + "torch.save writes them; unpack the archive and store its files without compression"
    ) { $0.entries[0].method = 77 },
    Case("'net/data/0' in the zip is encrypted, which is not supported") {
      $0.entries[2].flags = 1
    },
    Case("'net/data/0' in the zip is stored, but has two sizes, 8 and 4000000000 bytes") {
      $0.entries[2].size = 4_000_000_000
    },
    Case("'net/data/0' in the zip is 4000000000 bytes, but its own header says 8") {
      ($0.entries[2].size, $0.entries[2].compressedSize) = (4_000_000_000, 4_000_000_000)
    },
    Case("'net/data/0' in the zip should be 4000000000 bytes, but 8 follow its header") {
      ($0.entries[2].size, $0.entries[2].compressedSize) = (4_000_000_000, 4_000_000_000)
      $0.entries[2].localSize = 4_000_000_000
    },
    Case("'net/data/0' in the zip is called 'net/data/1' in its own header") {
      $0.entries[2].localName = "net/data/1"
    },
    Case("'net/data/0' in the zip is stored, but its own header says otherwise") {
      $0.entries[2].localMethod = 8
    },
    Case("'net/data/0' in the zip should start at byte 4000000000, past the files") {
      $0.entries[2].offset = 4_000_000_000
    },
    Case("'net/data/0' in the zip has no header here: the file is damaged") {
      $0.entries[2].offset = 1
    },
    Case("the zip contains 'net/data.pkl' twice") { $0.entries[2].name = "net/data.pkl" },
    Case("the zip's central directory continues after its 2 entries") { $0.count = 2 },
    Case("the zip's central directory of 173 bytes cannot have 4 entries") { $0.count = 4 },
    Case("the zip's central directory of 173 bytes cannot have 65535 entries") { $0.count = 65535 },
    Case(
      "the zip's central directory should end here, but its record states 4294967295 bytes from "
        + "byte 277: the file is damaged"
    ) { $0.directorySize = .max },
    Case("this is a zip archive; unpack it with `unzip`") { $0.entries[0].name = "net/other.pkl" },
    Case(
      "the zip must have one folder with data.pkl, but has none: torch.save did not write this file"
    ) {
      $0.entries[0].name = "a/net/data.pkl"
    },
    Case(
      "the zip must have one folder with data.pkl, but has several: torch.save did not write this file"
    ) { $0.entries.append(.init("more/data.pkl", [])) },
    Case(
      "this is a TorchScript program; save its tensors: "
        + "torch.save(torch.jit.load(path).state_dict(), 'weights.pth')"
    ) { $0.entries.append(.init("net/constants.pkl", [])) },
    Case("the numbers must be in little-endian byte order; save the file again on another machine")
    {
      $0.entries[1].content = Array("big".utf8)
    },
    Case("the pickle asks for 'net/data/0', which is not in the zip") {
      $0.entries[2].name = "net/data/1"
    },
    Case("storage '0' should have 2 elements of F32, but the file has 4 bytes for it") {
      $0.entries[2].content = [1, 2, 3, 4]
    },
  ])
  func refuses(_ testCase: Case) {
    var zip = Self.sound
    testCase.change(&zip)
    let error = #expect(throws: WeightError.self) { try directory(zip.bytes) }
    #expect(error?.reason == testCase.message)
    #expect(error?.kind == .malformed)
  }

  /// The classic bomb: all entries share the same bytes as their content, including the next
  /// header.
  @Test func refusesFilesThatOverlap() {
    var zip = Self.sound
    let inner = ZipBytes([.init("net/data/1", [1, 2, 3, 4])]).bytes
    zip.entries[2].content = inner
    zip.entries.append(.init("net/data/1", [1, 2, 3, 4]))
    // The inner archive follows the outer entry's header and name.
    zip.entries[3].offset = zip.offsets[2] + 30 + 10
    let error = #expect(throws: WeightError.self) { try directory(zip.bytes) }
    #expect(error?.reason == "'net/data/0' and 'net/data/1' overlap in the zip")
  }

  /// Archives of over 4 GiB store their numbers elsewhere; small ones may do the same.
  @Test func readsTheFieldsOfLargeArchives() throws {
    var zip = Self.sound
    let offset = zip.offsets[2]
    zip.entries[2].size = .max
    zip.entries[2].compressedSize = .max
    zip.entries[2].localSize = .max
    zip.entries[2].offset = .max
    zip.entries[2].extra =
      [9, 0, 1, 0, 77, 1, 0, 24, 0] + littleEndian(UInt64(8)) + littleEndian(UInt64(8))
      + littleEndian(UInt64(offset))
    #expect(try directory(zip.bytes).tensors.first?.description.shape == [2])
    zip.entries[2].extra = [1, 0, 8, 0] + littleEndian(UInt64(8))
    let error = #expect(throws: WeightError.self) { try directory(zip.bytes) }
    #expect(
      error?.reason
        == "the zip entry's field for large files needs 8 more bytes here, but has 0: "
        + "it is cut short")
  }
}
