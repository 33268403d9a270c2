import Foundation
import Testing
import VGGFiles
import VGGTestSupport

@Suite struct FilesTests {
  private func text(_ path: String) throws -> String {
    String(decoding: try BoundedFileReader(limit: 1_000).read(path), as: UTF8.self)
  }

  @Test func aFileIsReplacedAndKeepsItsPermissions() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder.path)/a"
      try AtomicFile.write(Array("one".utf8), to: path)
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
      try AtomicFile.write(Array("two".utf8), to: path)
      #expect(try text(path) == "two")
      let permissions =
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(permissions == 0o640)
      #expect(try folder.contents() == ["a"])
    }
  }

  @Test func aLinkStaysALink() throws {
    try withTemporaryFolder { folder in
      try AtomicFile.write(Array("one".utf8), to: "\(folder.path)/a")
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/link", withDestinationPath: "a")
      try AtomicFile.write(Array("two".utf8), to: "\(folder.path)/link")
      #expect(try text("\(folder.path)/a") == "two")
      #expect(
        try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder.path)/link") == "a")
    }
  }

  @Test func whatCannotBeWrittenLeavesNothingBehind() throws {
    try withTemporaryFolder { folder in
      #expect(throws: UnwritableFile.self) { try AtomicFile.write([1], to: folder.path) }
      #expect(throws: UnwritableFile.self) {
        try AtomicFile.write([1], to: "\(folder.path)/no/such")
      }
      #expect(throws: UnwritableFile.self) { try AtomicFile.write([1], to: "/dev/full") }
      let left = try folder.contents()
      #expect(left.isEmpty)
    }
  }

  /// A process that is stopped while it writes leaves nothing behind.
  @Test func whatIsBeingWrittenHasNoName() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder.path)/a"
      for text in ["one", "two"] {
        try AtomicFile.write(to: path) { file in
          let failure = Array(text.utf8).withUnsafeBytes { file.write($0) }
          #if os(Linux)
            let before = text == "one" ? [] : ["a"]
            #expect((try? folder.contents()) == before)
          #endif
          return failure
        }
        #expect(try self.text(path) == text)
        #expect(try folder.contents() == ["a"])
      }
      #expect(throws: UnwritableFile.self) { try AtomicFile.write(to: path) { _ in "stopped" } }
      #expect(try self.text(path) == "two")
      #expect(try folder.contents() == ["a"])
    }
  }

  @Test func readingIsBounded() throws {
    try withTemporaryFolder { folder in
      try AtomicFile.write([UInt8](repeating: 1, count: 1_001), to: "\(folder.path)/a")
      #expect(throws: UnreadableFile.self) {
        try BoundedFileReader(limit: 1_000).read("\(folder.path)/a")
      }
      #expect(try BoundedFileReader(limit: 1_001).read("\(folder.path)/a").count == 1_001)
      #expect(throws: UnreadableFile.self) { try BoundedFileReader(limit: 1_000).read("/dev/zero") }
      #expect(throws: UnreadableFile.self) { try BoundedFileReader(limit: 1_000).read(folder.path) }
    }
  }
}
