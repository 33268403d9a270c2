import Testing
import VGGFiles
import VGGTestSupport

/// Paths as strings: every possible path is preserved byte by byte.
@Suite struct PathTextTests {
  private static let latin: [UInt8] = Array("caf".utf8) + [0xE9]

  @Test func bytesComeBack() {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        // Mostly bytes that occur in long UTF-8 sequences.
        Bool.random(using: &generator)
          ? [0xF4, 0x8F, 0xBA, 0xBB, 0x80, 0xBF].randomElement(using: &generator) ?? 0
          : UInt8.random(in: 1...255, using: &generator)
      }
      #expect(PathText.bytes(of: PathText.text(of: bytes)) == bytes, "\(bytes)")
    }
  }

  /// The scalars that stand for bytes are also escaped; otherwise two paths would have the same string.
  @Test func everyPathHasAStringOfItsOwn() {
    let escaped = PathText.text(of: Self.latin)
    let itsUTF8 = Array(escaped.utf8)
    #expect(PathText.text(of: itsUTF8) != escaped)
    #expect(PathText.bytes(of: PathText.text(of: itsUTF8)) == itsUTF8)
  }

  @Test func textStaysAsItIs() {
    for text in ["vgg.yaml", "꽃/사진 1.jpg", "e\u{301}.png", "😀\u{10FFFF}"] {
      #expect(Array(PathText.text(of: Array(text.utf8)).utf8) == Array(text.utf8))
      #expect(PathText.shown(text) == text)
    }
  }

  @Test func whatIsNotUTF8IsShownByItsNumber() {
    let text = PathText.text(of: Self.latin)
    #expect(PathText.shown(text) == "caf\\xE9")
    #expect(PathText.shownInJSON("\"\(text)\"") == #""caf\\xE9""#)
  }

  #if os(Linux)
    @Test func filesOfAnyNameAreWrittenListedAndRead() throws {
      try withTemporaryFolder { folder in
        let name = PathText.text(of: Self.latin)
        let path = "\(folder.path)/\(name)"
        for text in ["one", "two"] {
          try AtomicFile.write(Array(text.utf8), to: path)
          #expect(try BoundedFileReader(limit: 10).read(path) == Array(text.utf8))
          #expect(try FolderNames(of: folder.path).names == [name])
        }
        #expect(FileKind(of: path) == .file)
      }
    }
  #endif
}
