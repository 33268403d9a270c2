import Foundation
import Testing
import VGGDownloads
import VGGTestSupport

/// Downloads from a server on this machine.
@Suite struct FileDownloadTests {
  private let content = (0..<200_000).map { UInt8(truncatingIfNeeded: ($0 &* $0) >> 3) }
  /// How the SHA-256 of `content` starts.
  private let hashPrefix = "344f3568"
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.path + "/a.pth" }

  private func download(
    _ server: FileServer, name: String = "a.pth", hashPrefix: String? = nil
  ) -> FileDownload {
    FileDownload(
      url: "\(server.baseURL)/\(name)", path: path, hashPrefix: hashPrefix ?? self.hashPrefix)
  }

  private func server(_ behaviour: FileServer.Behaviour = .init()) throws -> FileServer {
    try FileServer(name: "a.pth", content: content, behaviour)
  }

  private func bytes() throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

  @Test func aFileIsFetchedWhole() throws {
    let server = try server()
    defer { server.close() }
    let download = download(server)
    #expect(try !download.isThere())
    var last: (Int, Int?) = (0, nil)
    try download.run { if case .received(let count, let total) = $0 { last = (count, total) } }
    #expect(try bytes() == content)
    #expect(last == (content.count, content.count))
    #expect(try download.isThere())
    #expect(try folder.contents() == ["a.pth"])
  }

  @Test func aConnectionThatBreaksOffIsTakenUpAgain() throws {
    var behaviour = FileServer.Behaviour()
    behaviour.breaksOff = [50_000, 60_000]
    let server = try server(behaviour)
    defer { server.close() }
    try download(server).run { _ in }
    #expect(try bytes() == content)
    #expect(server.requestedOffsets == [0, 50_000, 110_000])
  }

  @Test func whatArrivedIsGoneOnWithLater() throws {
    let server = try server()
    defer { server.close() }
    try folder.write(content[..<70_000], to: "a.pth.part")
    try download(server).run { _ in }
    #expect(try bytes() == content)
    #expect(server.requestedOffsets == [70_000])
  }

  /// A server that never gets further is given up, and what it sent is kept.
  @Test func aServerThatStopsIsGivenUp() throws {
    var behaviour = FileServer.Behaviour()
    behaviour.breaksOff = [70_000, 0, 0, 0, 0]
    let server = try server(behaviour)
    defer { server.close() }
    let failure = #expect(throws: DownloadFailure.self) { try download(server).run { _ in } }
    #expect(failure?.kind == .unavailable)
    #expect(
      failure?.reason.hasSuffix(
        "the 70000 bytes that arrived are kept, and the next fetch goes on from there") == true)
    #expect(try folder.contents() == ["a.pth.part"])
  }

  @Test func aServerWithoutPartsSendsAllOfIt() throws {
    var behaviour = FileServer.Behaviour()
    behaviour.sendsParts = false
    let server = try server(behaviour)
    defer { server.close() }
    try folder.write(content[..<70_000], to: "a.pth.part")
    try download(server).run { _ in }
    #expect(try bytes() == content)
    #expect(server.requestedOffsets == [70_000, 0])
  }

  /// All had arrived before the last process was stopped.
  @Test func aWholePartIsTaken() throws {
    let server = try server()
    defer { server.close() }
    try folder.write(content, to: "a.pth.part")
    try download(server).run { _ in }
    #expect(try bytes() == content)
    #expect(try folder.contents() == ["a.pth"])
  }

  /// The beginning is of another file.
  @Test func aWrongBeginningIsDownloadedAnew() throws {
    let server = try server()
    defer { server.close() }
    try folder.write([UInt8](repeating: 7, count: 70_000), to: "a.pth.part")
    try download(server).run { _ in }
    #expect(try bytes() == content)
    #expect(server.requestedOffsets == [70_000, 0])
  }

  @Test func aFileOfAnotherHashIsNeverThere() throws {
    let server = try server()
    defer { server.close() }
    let failure = #expect(throws: DownloadFailure.self) {
      try download(server, hashPrefix: "00000000").run { _ in }
    }
    #expect(
      failure?.reason.contains(
        "its SHA-256 starts with \(hashPrefix), not with 00000000; it is deleted")
        == true, "\(failure?.reason ?? "")")
    #expect(try folder.contents() == [])
  }

  @Test func whatTheServerDoesNotHaveIsSaid() throws {
    let server = try server()
    defer { server.close() }
    let failure = #expect(throws: DownloadFailure.self) {
      try download(server, name: "b.pth").run { _ in }
    }
    #expect(
      failure?.reason == "cannot fetch \(server.baseURL)/b.pth: the server has no such file (404)")
    #expect(try folder.contents() == [])
  }

  /// Two that write one file would mix it up.
  @Test func anotherProcessIsLeftAlone() throws {
    let server = try server()
    defer { server.close() }
    let part = try folder.write(content[..<70_000], to: "a.pth.part")
    let other = try FileHandle(forUpdating: URL(filePath: part))
    #expect(flock(other.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
    let failure = #expect(throws: DownloadFailure.self) { try download(server).run { _ in } }
    #expect(failure?.reason == "another process is downloading \(part)")
    try other.close()
    try download(server).run { _ in }
    #expect(try bytes() == content)
  }

  @Test func noServerIsSaid() throws {
    let server = try server()
    server.close()
    let failure = #expect(throws: DownloadFailure.self) { try download(server).run { _ in } }
    #expect(failure?.kind == .unavailable)
    #expect(
      failure?.reason.contains("Failed to connect to 127.0.0.1") == true, "\(failure?.reason ?? "")"
    )
  }

  @Test func aFolderThatCannotBeWrittenIsSaid() throws {
    let server = try server()
    defer { server.close() }
    let download = FileDownload(
      url: "\(server.baseURL)/a.pth", path: folder.path + "/none/a.pth", hashPrefix: hashPrefix)
    let failure = #expect(throws: DownloadFailure.self) { try download.run { _ in } }
    #expect(failure?.kind == .unwritable)
    #expect(server.requestedOffsets == [])
  }

  /// A full disk, as Linux's device for it says.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDiskIsSaid() throws {
    let server = try server()
    defer { server.close() }
    try FileManager.default.createSymbolicLink(
      atPath: path + ".part", withDestinationPath: "/dev/full")
    let failure = #expect(throws: DownloadFailure.self) { try download(server).run { _ in } }
    #expect(failure?.kind == .unwritable)
    #expect(failure?.reason.contains("no space left on device") == true, "\(failure?.reason ?? "")")
  }
}
