import Foundation
import Testing
import VGGTestSupport

@testable import VGGFiles

/// Files identified by the first bytes that the programs write.
@Suite struct FileFormatTests {
  private static let lfs = """
    version https://git-lfs.github.com/spec/v1
    oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
    size 12345

    """

  @Test(
    arguments: [
      ("", .empty), (lfs, .gitLFSPointer),
      ("\u{89}HDF\r\n\u{1a}\n\0\0", .hdf5), ("\u{93}NUMPY\u{01}\0", .numPyArray),
      ("\u{08}\u{07}\u{12}\u{04}vggc", .onnx), ("\u{08}\u{08}:\u{10}", .onnx),
      ("\u{1c}\0\0\0TFL3", .tfLite), ("\u{08}\u{01}\u{12}\u{20}", .savedModel),
      ("\0\0\0\0\u{02}\0\0\0\0\0\0\0\0\0\0\0\0", .darknetWeights),
      ("\u{0a}\u{05}VGG16\u{a2}\u{06}", .caffeModel), ("MATLAB 5.0 MAT-file\0", .matlab),
      ("\u{04}\0\0\0\u{01}\0\0\0\u{03}\0\0\0V 1", .torch7), ("GGUF\u{03}\0", .gguf),
      ("\u{80}\u{04}\u{95}", .pickle),
      ("PK\u{03}\u{04}", .zip), ("PK\u{05}\u{06}", .zip),
      ("\u{1f}\u{8b}\u{08}\0", .gzip), ("BZh91AY&SY\u{00}", .bzip2), ("\u{fd}7zXZ\0", .xz),
      ("\u{28}\u{b5}\u{2f}\u{fd}", .zstandard), ("7z\u{bc}\u{af}\u{27}\u{1c}", .sevenZip),
      ("Rar!\u{1a}\u{07}", .rar),
      ("\u{89}PNG\r\n\u{1a}\n", .png), ("\u{ff}\u{d8}\u{ff}\u{e0}", .jpeg), ("GIF89a", .gif),
      ("BM", .bmp),
      ("II*\0", .tiff), ("MM\0*", .tiff), ("II+\0", .tiff), ("RIFF\0\0\0\0WEBPVP8L", .webP),
      ("\0\0\0\u{18}ftypheic\0\0\0\0mif1heic", .heif),
      ("\0\0\0\u{18}ftypmif1\0\0\0\0mif1avif", .avif),
      ("\0\0\0\u{18}ftypmif1\0\0\0\0mif1miaf", .heif),
      ("\0\0\0\u{18}ftypavif\0\0\0\0", .avif), ("\0\0\0\u{18}ftypisom\0\0\0\0", .video),
      ("P6\n2 2\n", .binaryPixmap), ("P3 # by hand\n2 2\n", .plainPixmap),
      ("P3 2 2 255\n", .plainPixmap),
      ("\0\0\0\u{0c}jP  \r\n", .jpeg2000), ("\0\0\u{01}\0", .icon), ("8BPS\0\u{01}", .photoshop),
      ("%PDF-1.7\n", .pdf), ("\n<!DOCTYPE html>", .html), ("<html><head>", .html),
      ("<svg xmlns='http://www.w3.org/2000/svg'/>", .svg),
      ("<?xml version='1.0'?><Error><Code>AccessDenied</Code>", .xml),
      ("{\"a\": 1}", .json), ("[1, 2]", .json), ("\u{7f}ELF\u{02}", .program),
      ("Entry not found", .text), ("{0: 'tench, Tinca tinca',", .text),
      // Text that begins like a file of another format.
      ("BMW\nAudi\n", .text), ("P6 truck\n", .text), ("MATLAB is a word\n", .text),
      ("RIFF raff\n", .text), ("P50 Volvo\n", .text),
    ] as [(String, FileFormat)])
  func namesIt(_ start: String, _ format: FileFormat) {
    #expect(FileFormat(start.unicodeScalars.map { UInt8($0.value) }) == format)
  }

  @Test func hasNoNameForOtherBytes() {
    #expect(FileFormat([0x00, 0xff, 0x13, 0x37, 0x00, 0x01]) == nil)
  }

  @Test func tellsZipArchivesByTheirFiles() throws {
    let python = try #require(ReferencePython.with("zipfile"))
    let kinds: [(String, [String], FileFormat)] = [
      ("net.pth", ["net/data.pkl", "net/data/0"], .pyTorchZip),
      ("script.pt", ["net/data.pkl", "net/code/a.py", "net/constants.pkl"], .torchScriptZip),
      ("net.keras", ["metadata.json", "config.json", "model.weights.h5"], .kerasZip),
      ("net.npz", ["a.npy", "b.npy"], .numPyZip), ("photos.zip", ["cat/1.jpg"], .zip),
    ]
    try withTemporaryFolder { folder in
      for (file, names, format) in kinds {
        let script =
          "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1], 'w')\n"
          + "for name in sys.argv[2:]: z.writestr(name, 'content')\nz.close()"
        let path = "\(folder.path)/\(file)"
        let made = try Tool.run([python, "-c", script, path] + names)
        #expect(made.status == 0)
        #expect(FileFormat(of: path) == format, "\(file)")
      }
    }
  }

  /// No prefix of a file and no changed byte causes a trap.
  @Test func survivesDamage() throws {
    let python = try #require(ReferencePython.with("zipfile"))
    try withTemporaryFolder { folder in
      let path = "\(folder.path)/a.zip"
      _ = try Tool.run([
        python, "-c",
        "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1], 'w')\nz.writestr('a', 'b')\nz.close()",
        path,
      ])
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
      for place in bytes.indices {
        #expect(place == 0 || FileFormat(Array(bytes[..<place])) != .png)
        for change: UInt8 in [0x01, 0x80, 0xff] {
          var damaged = bytes
          damaged[place] ^= change
          #expect(FileFormat(damaged) != .png)
        }
      }
    }
  }

  @Test(arguments: [
    ("photos.zip", "unzip photos.zip -d photos"),
    ("my photos.zip", "unzip 'my photos.zip' -d 'my photos'"),
  ])
  func saysHowToUnpack(path: String, command: String) {
    #expect(FileFormat.zip.unpackingCommand(of: path) == command)
    #expect(FileFormat.png.unpackingCommand(of: path) == nil)
    #expect(
      FileFormat.gzip.unpackingCommand(of: "a/photos.tar.gz")
        == "mkdir a/photos && tar -xf a/photos.tar.gz -C a/photos")
  }

  @Test func everyFormatHasANameOfItsOwn() {
    let names = FileFormat.allCases.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.hasPrefix("a ") || $0.hasPrefix("an ") })
  }
}
