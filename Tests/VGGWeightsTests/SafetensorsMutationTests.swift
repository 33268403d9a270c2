import Testing

@testable import VGGWeights

/// For any file content, reading returns tensors or a message.
@Suite struct SafetensorsMutationTests {
  private let original = safetensors(
    #"{"__metadata__":{"é":"\n"},"a.weight":\#(entry([2, 1], 0, 8)),"#
      + #""b":{"shape":[2],"dtype":"BF16","data_offsets":[8,12]}}  "#, [1, 2, 3])

  @Test func theOriginalIsSound() throws {
    let header = try original.withUnsafeBytes { try SafetensorsHeader($0, file: "f") }
    #expect(header.entries.count == 2)
  }

  @Test func survivesEveryChangedByte() {
    for position in original.indices {
      for byte in UInt8.min...UInt8.max where byte != original[position] {
        var bytes = original
        bytes[position] = byte
        expectSound(bytes)
      }
    }
  }

  @Test func survivesEveryMissingOrDoubledByte() {
    for position in original.indices {
      var missing = original
      missing.remove(at: position)
      expectSound(missing)
      var doubled = original
      doubled.insert(original[position], at: position)
      expectSound(doubled)
    }
  }

  @Test func refusesEveryTruncation() {
    for count in 0..<original.count {
      #expect(throws: WeightError.self) {
        try original.prefix(count).withUnsafeBytes { try SafetensorsHeader($0, file: "f") }
      }
    }
  }

  /// Expects a message about a position in the file, or tensors that are inside the file and match
  /// their sizes.
  private func expectSound(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      do throws(WeightError) {
        for entry in try SafetensorsHeader(bytes, file: "f").entries {
          let isInside = entry.bytes.lowerBound >= 0 && entry.bytes.upperBound <= bytes.count
          #expect(isInside && entry.bytes.count == entry.tensor.byteCount)
          let elements = UnsafeRawBufferPointer(rebasing: bytes[entry.bytes])
          let values = floats(from: elements, of: entry.tensor.type)
          #expect(values == nil || values?.count == entry.tensor.elementCount)
        }
      } catch {
        #expect((0...bytes.count).contains(error.offset ?? -1) && !error.reason.isEmpty)
      }
    }
  }
}
