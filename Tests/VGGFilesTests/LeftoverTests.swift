import Foundation
import Testing
import VGGFiles
import VGGTestSupport

/// Files left behind by killed processes are removed by the next process that writes the same file.
@Suite struct LeftoverTests {
  @Test func theNextWritingRemovesThem() throws {
    try withTemporaryFolder { folder in
      for name in ["a", ".a.vggc-abc123", ".b.vggc-abc123", ".a.vggc-abc1234", ".a.vggc-"] {
        try folder.write("old", to: name)
      }
      try AtomicFile.write([1], to: "\(folder.path)/a")
      #expect(try folder.contents() == [".a.vggc-", ".a.vggc-abc1234", ".b.vggc-abc123", "a"])
    }
  }

  @Test func whatAProcessIsStillWritingStays() throws {
    try withTemporaryFolder { folder in
      try folder.write("old", to: "a")
      let busy = try folder.write("", to: ".a.vggc-abc123")
      let descriptor = Platform.openForAppending(busy)
      defer { Platform.closeFile(descriptor) }
      #expect(Platform.lockFile(descriptor))
      try AtomicFile.write([1], to: "\(folder.path)/a")
      #expect(try folder.contents() == [".a.vggc-abc123", "a"])
    }
  }

  @Test func foldersAreRemovedWithWhatIsInThem() throws {
    try withTemporaryFolder { folder in
      try folder.write("x", to: ".out.vggc-abc123/cat/1.png")
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/.out.vggc-abc123/link", withDestinationPath: "../kept")
      try folder.write("x", to: "kept/me")
      try ScratchFolder.make(at: "\(folder.path)/out") { try $0.write([1], to: "a/b") }
      #expect(try folder.contents() == ["kept", "out"])
      #expect(try folder.read("kept/me") == "x")
    }
  }
}
