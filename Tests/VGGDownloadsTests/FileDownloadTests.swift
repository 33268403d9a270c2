import Foundation
import Testing
import VGGDownloads
import VGGTestSupport

/// Downloads from a server on this machine.
@Suite struct FileDownloadTests {
  private let content = (0..<200_000).map { UInt8(truncatingIfNeeded: ($0 &* $0) >> 3) }
  /// The first digits of the SHA-256 of `content`.
  private let hashPrefix = "344f3568"
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.path + "/a.pth" }

  private func download(
    _ server: FileServer, name: String = "a.pth", hashPrefix: String? = nil, most: Int = 200_000
  ) -> FileDownload {
    FileDownload(
      url: "\(server.baseURL)/\(name)", path: path, digest: hashPrefix ?? self.hashPrefix,
      most: most
    ) { _ in }
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

  /// The download stops if the server makes no progress, and keeps the received bytes.
  @Test func aServerThatStopsIsGivenUp() throws {
    var behaviour = FileServer.Behaviour()
    behaviour.breaksOff = [70_000, 0, 0, 0, 0]
    let server = try server(behaviour)
    defer { server.close() }
    let failure = #expect(throws: DownloadFailure.self) { try download(server).run { _ in } }
    #expect(failure?.kind == .unavailable)
    #expect(
      failure?.reason.hasSuffix(
        "the 70000 bytes received are kept, and the next fetch resumes from there") == true)
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

  /// All bytes had arrived before the last process was stopped.
  @Test func aWholePartIsTaken() throws {
    let server = try server()
    defer { server.close() }
    try folder.write(content, to: "a.pth.part")
    try download(server).run { _ in }
    #expect(try bytes() == content)
    #expect(try folder.contents() == ["a.pth"])
  }

  /// The existing beginning is that of another file.
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
        "its SHA-256 starts with \(hashPrefix), not with 00000000; deleted the download")
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

  /// Two processes that write one file would corrupt it.
  @Test func anotherProcessIsLeftAlone() throws {
    let server = try server()
    defer { server.close() }
    let part = try folder.write(content[..<70_000], to: "a.pth.part")
    let other = try FileHandle(forUpdating: URL(filePath: part))
    #expect(flock(other.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
    let failure = #expect(throws: DownloadFailure.self) { try download(server).run { _ in } }
    #expect(failure?.reason == "another process is downloading \(part)")
    // A program that another test is just starting may also have the file open.
    #expect(flock(other.fileDescriptor, LOCK_UN) == 0)
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
      url: "\(server.baseURL)/a.pth", path: folder.path + "/none/a.pth", digest: hashPrefix,
      most: 200_000)
    let failure = #expect(throws: DownloadFailure.self) { try download.run { _ in } }
    #expect(failure?.kind == .unwritable)
    #expect(server.requestedOffsets == [])
  }

  /// Something else in place of the received part: a link, through which another file would grow, or a pipe,
  /// which would block.
  @Test(arguments: ["link", "dangling link", "pipe"])
  func whatIsNoOrdinaryFileIsNotWritten(kind: String) throws {
    let server = try server()
    defer { server.close() }
    let victim = folder.path + "/victim"
    if kind == "link" { try folder.write("mine", to: "victim") }
    if kind == "pipe" {
      #expect(mkfifo(path + ".part", 0o600) == 0)
    } else {
      try FileManager.default.createSymbolicLink(
        atPath: path + ".part", withDestinationPath: victim)
    }
    let failure = #expect(throws: DownloadFailure.self) { try download(server).run { _ in } }
    #expect(failure?.kind == .unwritable)
    #expect(
      failure?.reason == "cannot write \(path).part: it is not a regular file; remove it")
    #expect(server.requestedOffsets == [])
    #expect(try folder.contents() == ["a.pth.part"] + (kind == "link" ? ["victim"] : []))
    if kind == "link" { #expect(try folder.read("victim") == "mine") }
  }

  /// More bytes than the published file has: announced in the header, or not.
  @Test(arguments: [true, false])
  func aServerThatSendsMoreIsCut(saysLength: Bool) throws {
    var behaviour = FileServer.Behaviour()
    behaviour.saysLength = saysLength
    let server = try server(behaviour)
    defer { server.close() }
    var most = 0
    let failure = #expect(throws: DownloadFailure.self) {
      try download(server, most: 100_000).run {
        if case .received(let count, _) = $0 { most = max(most, count) }
      }
    }
    #expect(failure?.kind == .unavailable)
    #expect(failure?.reason.contains("more than 100000 bytes") == true, "\(failure?.reason ?? "")")
    #expect(most <= 100_000)
    #expect(server.requestedOffsets == [0])
    #expect(try folder.contents() == [])
  }

  /// More bytes than the server itself has announced.
  @Test func aServerThatSendsMoreThanItSaysIsCut() throws {
    var behaviour = FileServer.Behaviour()
    (behaviour.saysLength, behaviour.saidSize) = (false, 100_000)
    let server = try server(behaviour)
    defer { server.close() }
    try folder.write(content[..<70_000], to: "a.pth.part")
    let failure = #expect(throws: DownloadFailure.self) { try download(server).run { _ in } }
    #expect(failure?.reason.contains("more than 100000 bytes") == true, "\(failure?.reason ?? "")")
    #expect(try folder.contents() == [])
  }

  /// A part that is larger than the file cannot be its beginning.
  @Test func aPartThatIsTooLargeIsNotGoneOnWith() throws {
    let server = try server()
    defer { server.close() }
    try folder.write(content + [0], to: "a.pth.part")
    try download(server).run { _ in }
    #expect(try bytes() == content)
    #expect(server.requestedOffsets == [0])
  }

  /// One byte per connection would require half a million connections.
  @Test func aServerIsNotAskedForEver() throws {
    var behaviour = FileServer.Behaviour()
    behaviour.breaksOff = Array(repeating: 1, count: 100)
    let server = try server(behaviour)
    defer { server.close() }
    let failure = #expect(throws: DownloadFailure.self) { try download(server).run { _ in } }
    #expect(failure?.kind == .unavailable)
    #expect(server.requestedOffsets == Array(0..<20))
    #expect(try folder.contents() == ["a.pth.part"])
  }

  @Test func aHeaderWithoutEndIsCut() throws {
    var behaviour = FileServer.Behaviour()
    behaviour.headers = Array(repeating: "X: " + String(repeating: "a", count: 1000), count: 3000)
    let server = try server(behaviour)
    defer { server.close() }
    let failure = #expect(throws: DownloadFailure.self) { try download(server).run { _ in } }
    #expect(failure?.kind == .unavailable)
  }

  /// If the full hash is known, a file whose hash only starts the same way is refused.
  @Test func theWholeHashIsCompared() throws {
    let server = try server()
    defer { server.close() }
    let digest = hashPrefix + String(repeating: "0", count: 56)
    let failure = #expect(throws: DownloadFailure.self) {
      try download(server, hashPrefix: digest).run { _ in }
    }
    #expect(
      failure?.reason.contains(", not \(digest); deleted the download") == true,
      "\(failure?.reason ?? "")")
    #expect(try folder.contents() == [])
  }

  /// The file is moved into place only if it is the one that was written.
  @Test func aFileThatWasReplacedIsNotTaken() throws {
    let server = try server()
    defer { server.close() }
    let failure = #expect(throws: DownloadFailure.self) {
      try download(server).run { event in
        guard case .received(content.count, _) = event else { return }
        try? FileManager.default.removeItem(atPath: path + ".part")
        _ = try? folder.write("other", to: "a.pth.part")
      }
    }
    #expect(failure?.reason == "\(path).part was replaced while it was downloaded")
    #expect(try folder.contents() == ["a.pth.part"])
  }
}
