import Testing
import VGGTestSupport

@testable import VGGWeights

@Suite struct WeightRefusalTests {
  @Test(
    arguments: [
      ([0x89] + Array("HDF\r\n".utf8) + [0x1a, 0x0a, 0, 0], "this is an HDF5 file"),
      ([UInt8](repeating: 0, count: 257) + Array("ustar".utf8), "this is a tar archive"),
      ([0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0], "this is a gzip file"),
      ([0x93] + Array("NUMPY\u{1}\0".utf8), "this is a NumPy array"),
      (
        PickleBytes.proto + PickleBytes.dictionary([("a", PickleBytes.none)]) + PickleBytes.stop,
        "this is a Python pickle; save tensors with PyTorch"
      ),
      ([], "the file is empty; download or save it again"),
      (
        Array("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n".utf8),
        "this is a Git LFS pointer; run `git lfs pull`"
      ),
      (Array("Entry not found".utf8), "this is a text file; use a safetensors file"),
      (Array("<!DOCTYPE html>".utf8), "this is a web page; a failed download"),
    ] as [([UInt8], String)])
  func saysWhatAFileIs(bytes: [UInt8], message: String) {
    let error = #expect(throws: WeightError.self) { try directory(bytes) }
    #expect(error?.description.hasPrefix("f: byte 0: \(message)") == true, "\(error as Any)")
    #expect(error?.kind == .malformed)
  }

  /// Headers of 640 and of 60 bytes, whose lengths start like a pickle and like a text.
  @Test(arguments: [640, 60]) func leavesSafetensorsAlone(length: Int) throws {
    let header = #"{"a":\#(entry([1], 0, 4))}"#
    let padding = String(repeating: " ", count: length - header.utf8.count)
    #expect(try directory(safetensors(header + padding, [1])).tensors.count == 1)
  }
}
