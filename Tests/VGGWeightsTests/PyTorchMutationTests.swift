import Foundation
import Testing
import VGGTestSupport

@testable import VGGWeights

/// For any file content, reading returns tensors or a message.
@Suite struct PyTorchMutationTests {
  private static let object = PickleBytes.dictionary([
    (
      "a",
      PickleBytes.tensor(
        PickleBytes.storage(count: 4), offset: 1, shape: [2, 1], strides: [2, 1])
    )
  ])
  static let handMade: [[UInt8]] = [
    stream(object, storages: [("0", [1, 2, 3, 4])]), archive(object, storage: [1, 2, 3, 4]).bytes,
  ]
  static let goldens = ["checkpoint.zip.pth", "views.stream.pth"]

  private func golden(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: Bundle.module.bundleURL.appending(path: "Golden/\(name)")))
  }

  @Test(arguments: handMade) func theOriginalIsSound(original: [UInt8]) throws {
    #expect(try directory(original).tensors.count == 1)
  }

  @Test(arguments: handMade) func survivesEveryChangedByte(original: [UInt8]) {
    var bytes = original
    for position in original.indices {
      let flipped = (0..<8).map { original[position] ^ (1 << $0) }
      for byte in flipped + [0, 0xff, UInt8(ascii: "."), UInt8(ascii: "(")] {
        bytes[position] = byte
        expectSound(bytes)
      }
      bytes[position] = original[position]
    }
  }

  @Test(arguments: handMade) func survivesEveryMissingOrDoubledByte(original: [UInt8]) {
    for position in original.indices {
      var missing = original
      missing.remove(at: position)
      expectSound(missing)
      var doubled = original
      doubled.insert(original[position], at: position)
      expectSound(doubled)
    }
  }

  @Test(arguments: goldens) func survivesChangedBytesOfPyTorchsFiles(name: String) throws {
    let original = try golden(name)
    var bytes = original
    for position in original.indices {
      for change in [0x01, 0xff] as [UInt8] {
        bytes[position] = original[position] ^ change
        expectSound(bytes)
      }
      bytes[position] = original[position]
    }
  }

  @Test(arguments: goldens) func refusesEveryTruncation(name: String) throws {
    let original = try golden(name)
    for count in original.indices {
      #expect(throws: WeightError.self, "\(count) bytes") {
        try directory(Array(original.prefix(count)))
      }
    }
  }

  /// Expects a message about a position in the file, or tensors inside the file.
  private func expectSound(_ bytes: [UInt8]) {
    do {
      for tensor in try directory(bytes).tensors {
        bytes.withUnsafeBytes { file in
          let count = min(tensor.count, 1000)
          let size = tensor.description.type.byteCount
          let target = UnsafeMutableRawBufferPointer.allocate(byteCount: count * size, alignment: 8)
          defer { target.deallocate() }
          tensor.gather(tensor.count - count..<tensor.count, from: file, into: target)
        }
      }
    } catch let error as WeightError {
      #expect(error.kind == .malformed && (error.offset.map { $0 <= bytes.count } ?? true))
      #expect(!error.reason.utf8.contains { $0 < 0x20 })
    } catch {
      Issue.record("\(error)")
    }
  }
}
