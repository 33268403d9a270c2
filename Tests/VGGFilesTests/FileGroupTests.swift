import Foundation
import Testing
import VGGFiles
import VGGTestSupport

/// Files and folders that are written completely or not at all.
@Suite struct FileGroupTests {
  private struct Stop: Error {}

  @Test func allAreThereInTheEnd() throws {
    try withTemporaryFolder { folder in
      try folder.write("old", to: "p/a")
      try FileGroup.write { group in
        try group.add(Array("new".utf8), to: "\(folder.path)/p/a")
        try group.add(Array("new".utf8), to: "\(folder.path)/p/q/r/b")
        // No file is in place before all are written.
        #expect(try folder.read("p/a") == "old")
      }
      #expect(try folder.read("p/a") == "new")
      #expect(try folder.read("p/q/r/b") == "new")
    }
  }

  @Test func nothingIsLeftOfAGroupThatFails() throws {
    try withTemporaryFolder { folder in
      try folder.write("old", to: "p/a")
      try folder.write("mine", to: "p/mine")
      #expect(throws: Stop.self) {
        try FileGroup.write { group in
          try group.add(Array("new".utf8), to: "\(folder.path)/p/a")
          try group.add(Array("new".utf8), to: "\(folder.path)/p/q/b")
          try group.add(Array("new".utf8), to: "\(folder.path)/s/b")
          group.include("\(folder.path)/p/weights")
          group.include("\(folder.path)/p/mine")
          try folder.write("half", to: "p/weights")
          throw Stop()
        }
      }
      #expect(try folder.read("p/a") == "old")
      #expect(try folder.contents() == ["p"])
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/p").sorted()
          == ["a", "mine"])
    }
  }

  @Test func whatIsInTheWayIsNamed() throws {
    try withTemporaryFolder { folder in
      let inTheWay = try folder.write("", to: "file")
      let failure = #expect(throws: UnwritablePath.self) {
        try FileGroup.write { try $0.add([1], to: "\(inTheWay)/a/b") }
      }
      #expect(failure?.reason.contains("a file has that name") == true)
      #expect(try folder.contents() == ["file"])
    }
  }

  @Test func aFolderIsThereOnceItIsFull() throws {
    try withTemporaryFolder { folder in
      try ScratchFolder.make(at: "\(folder.path)/out/") { scratch in
        try scratch.write([1], to: "cat/1")
        #expect(FileKind(of: "\(folder.path)/out") == nil)
      }
      #expect(try folder.contents() == ["out"])
      #expect(throws: Stop.self) {
        try ScratchFolder.make(at: "\(folder.path)/other") { scratch in
          try scratch.write([1], to: "cat/1")
          throw Stop()
        }
      }
      #expect(throws: UnwritablePath.self) {
        try ScratchFolder.make(at: "\(folder.path)/out") { _ in }
      }
      #expect(try folder.contents() == ["out"])
    }
  }

  /// A folder that a user made, with its permissions, and through a link.
  @Test func anEmptyFolderIsFilled() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder.path)/out"
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o750])
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/link", withDestinationPath: "out")
      #expect(throws: Stop.self) {
        try ScratchFolder.make(at: path) { scratch in
          try scratch.write([1], to: "cat/1")
          throw Stop()
        }
      }
      try ScratchFolder.make(at: "\(folder.path)/link") { try $0.write([1], to: "cat/1") }
      #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["cat"])
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o750)
      #expect(try folder.contents() == ["link", "out"])
    }
  }
}
