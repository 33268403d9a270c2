import Foundation
import Testing
import VGGTestSupport
import VGGWeights

/// The checksum of the files that this project writes.
@Suite struct WrittenChecksumTests {
  private func file(_ folder: TemporaryFolder) throws -> String {
    let path = folder.path + "/w.safetensors"
    try writeSafetensors(
      [
        TensorDescription(name: "features.0.weight", shape: [2, 3, 3, 3]),
        TensorDescription(name: "features.0.bias", shape: [2]),
      ], from: SeededInitializer(seed: 5), metadata: ["a": #""checksum":"crc32c:00000000""#],
      to: path)
    return path
  }

  @Test func aWrittenFileIsVerified() throws {
    let folder = try TemporaryFolder()
    let path = try file(folder)
    #expect(try WeightFile(path: path).verify())
    #expect(try WeightFile(path: path).metadata["checksum"]?.hasPrefix("crc32c:") == true)
    // A copy with other metadata has another checksum.
    let copy = folder.path + "/copy.safetensors"
    try writeSafetensors(
      copying: RenamedWeights(WeightFile(path: path)), metadata: ["b": "c"], to: copy)
    #expect(try WeightFile(path: copy).verify())
    #expect(
      try WeightFile(path: copy).metadata["checksum"] != WeightFile(path: path).metadata["checksum"]
    )
  }

  /// With any flipped bit, the file is a different file, not a weight file, or one without a
  /// checksum.
  @Test func everyFlippedBitIsFound() throws {
    let folder = try TemporaryFolder()
    let sound = try Data(contentsOf: URL(filePath: try file(folder)))
    let damaged = folder.path + "/damaged.safetensors"
    var unverified = 0
    for place in sound.indices {
      for bit in 0..<8 {
        var bytes = sound
        bytes[place] ^= 1 << UInt8(bit)
        try bytes.write(to: URL(filePath: damaged))
        if (try? WeightFile(path: damaged).verify()) == true {
          Issue.record("bit \(bit) of byte \(place)")
        } else if (try? WeightFile(path: damaged).verify()) == false {
          unverified += 1
        }
      }
    }
    // Flips in the key itself.
    #expect(unverified <= 8 * ("__metadata__".count + "checksum".count))
  }

  @Test func whatOthersWroteHasNone() throws {
    let folder = try TemporaryFolder()
    let header =
      #"{"__metadata__":{"checksum":"mine"},"#
      + #""a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#
    let head = withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Array($0) }
    let path = try folder.write(head + Array(header.utf8) + [0, 0, 128, 63], to: "w.safetensors")
    #expect(try !WeightFile(path: path).verify())
  }
}
