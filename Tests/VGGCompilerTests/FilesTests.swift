import Foundation
import Testing
import VGGFiles

@Suite struct FilesTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vggc-files-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try BoundedFileReader(limit: 1_000).read(path), as: UTF8.self)
  }

  @Test func aFileIsReplacedAndKeepsItsPermissions() throws {
    try withFolder { folder in
      let path = "\(folder)/a"
      try AtomicFile.write(Array("one".utf8), to: path)
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
      try AtomicFile.write(Array("two".utf8), to: path)
      #expect(try text(path) == "two")
      let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(permissions == 0o640)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a"])
    }
  }

  @Test func aLinkStaysALink() throws {
    try withFolder { folder in
      try AtomicFile.write(Array("one".utf8), to: "\(folder)/a")
      try FileManager.default.createSymbolicLink(atPath: "\(folder)/link", withDestinationPath: "a")
      try AtomicFile.write(Array("two".utf8), to: "\(folder)/link")
      #expect(try text("\(folder)/a") == "two")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/link") == "a")
    }
  }

  @Test func whatCannotBeWrittenLeavesNothingBehind() throws {
    try withFolder { folder in
      #expect(throws: UnwritableFile.self) { try AtomicFile.write([1], to: folder) }
      #expect(throws: UnwritableFile.self) { try AtomicFile.write([1], to: "\(folder)/no/such") }
      #expect(throws: UnwritableFile.self) { try AtomicFile.write([1], to: "/dev/full") }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
    }
  }

  @Test func readingIsBounded() throws {
    try withFolder { folder in
      try AtomicFile.write([UInt8](repeating: 1, count: 1_001), to: "\(folder)/a")
      #expect(throws: UnreadableFile.self) { try BoundedFileReader(limit: 1_000).read("\(folder)/a") }
      #expect(try BoundedFileReader(limit: 1_001).read("\(folder)/a").count == 1_001)
      #expect(throws: UnreadableFile.self) { try BoundedFileReader(limit: 1_000).read("/dev/zero") }
      #expect(throws: UnreadableFile.self) { try BoundedFileReader(limit: 1_000).read(folder) }
    }
  }
}
