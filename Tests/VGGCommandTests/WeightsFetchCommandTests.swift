import Foundation
import Testing
import VGGTestSupport

/// `vggc weights fetch` against a server on this machine.
@Suite struct WeightsFetchCommandTests {
  /// Bytes whose SHA-256 starts with 19584684, like that of torchvision's VGG-13, found by brute force. The
  /// rest of that file's hash is not known.
  private static let content =
    (0..<4096).map { UInt8(truncatingIfNeeded: $0 * $0 + 7 * $0) } + Array("000000004f0848b3".utf8)
  private static let name = "vgg13-19584684.pth"

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func server(
    _ content: [UInt8] = content, _ behaviour: FileServer.Behaviour = .init()
  ) throws -> FileServer {
    try FileServer(name: Self.name, content: content, behaviour)
  }

  private func fetch(_ server: FileServer, _ arguments: String...) throws -> Tool.Result {
    try folder.command.run(
      ["weights", "fetch"] + (arguments.isEmpty ? ["vgg13"] : arguments) + [
        "--base-url", server.baseURL,
      ],
      environment: ["HOME": folder.path])
  }

  private var cached: String {
    #if canImport(Darwin)
      "Library/Caches/vggc/\(Self.name)"
    #else
      ".cache/vggc/\(Self.name)"
    #endif
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.url.appending(path: path)))
  }

  @Test func aFileIsDownloadedOnce() throws {
    let server = try server()
    defer { server.close() }
    let first = try fetch(server)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output == "\(folder.path)/\(cached)\n")
    #expect(
      first.errors == """
        vggc: note: downloading \(server.baseURL)/\(Self.name)
        vggc: note: only the first 32 bits of this file's SHA-256 are known, and they match; this detects damage, \
        not forgery

        """)
    #expect(try bytes(cached) == Self.content)
    let second = try fetch(server, "B")
    #expect(second.output == first.output)
    #expect(second.errors == "")
    #expect(server.requestedOffsets == [0])
  }

  @Test func aDownloadThatBrokeOffIsGoneOnWith() throws {
    var behaviour = FileServer.Behaviour()
    behaviour.breaksOff = [1000, 0, 0]
    let server = try server(Self.content, behaviour)
    defer { server.close() }
    let first = try fetch(server)
    #expect(first.status == 66)
    #expect(first.output == "")
    #expect(
      first.errors.contains(
        "the 1000 bytes received are kept, and the next fetch resumes from there"),
      "\(first.errors)")
    let second = try fetch(server)
    #expect(second.status == 0, "\(second.errors)")
    #expect(try bytes(cached) == Self.content)
    #expect(server.requestedOffsets == [0, 1000, 1000, 1000])
  }

  @Test func inKorean() throws {
    var behaviour = FileServer.Behaviour()
    behaviour.breaksOff = [1000, 0, 0]
    let server = try server(Self.content + [0], behaviour)
    defer { server.close() }
    let broken = try fetch(server, "vgg13", "--lang", "ko")
    #expect(broken.errors.contains("연결이 끊겨 이어서 받습니다: "), "\(broken.errors)")
    #expect(
      broken.errors.contains("받은 1,000바이트는 남겨 두었으니, 다시 실행하면 이어서 받습니다"), "\(broken.errors)")
    let wrong = try fetch(server, "vgg13", "--lang", "ko")
    #expect(wrong.errors.contains("이미 받은 1,000바이트 다음부터 이어서 받습니다"), "\(wrong.errors)")
    #expect(wrong.errors.contains("처음부터 다시 받습니다"), "\(wrong.errors)")
    #expect(wrong.errors.contains("SHA-256의 앞부분이 19584684여야 하는데"), "\(wrong.errors)")
    let missing = try fetch(server, "vgg19", "--lang", "ko")
    #expect(missing.errors.contains("서버에 그런 파일이 없습니다(404)"), "\(missing.errors)")
    for line in (broken.errors + wrong.errors + missing.errors).split(separator: "\n") {
      #expect(line.contains(/[가-힣]/), "\(line)")
    }
  }

  /// Stopped from outside midway, as by Ctrl-C.
  @Test func aStoppedFetchKeepsWhatArrived() throws {
    var behaviour = FileServer.Behaviour()
    behaviour.stallsAfter = 1000
    let server = try server(Self.content, behaviour)
    defer { server.close() }
    let stopped = try folder.command.shell(
      "HOME=\(folder.path) timeout 3 vggc weights fetch vgg13 --base-url \(server.baseURL)")
    #expect(stopped.status != 0)
    server.setBehaviour(.init())
    #expect(try bytes(cached + ".part").count == 1000)
    #expect(try fetch(server).status == 0)
    #expect(try bytes(cached) == Self.content)
    #expect(server.requestedOffsets == [0, 1000])
  }

  @Test func aWrongFileIsNeverKept() throws {
    let server = try server(Self.content + [0])
    defer { server.close() }
    let result = try fetch(server)
    #expect(result.status == 66)
    #expect(
      result.errors.contains("is not the expected file: its SHA-256 starts with"),
      "\(result.errors)")
    let kept = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appending(path: cached).deletingLastPathComponent().path)
    #expect(kept == [])
  }

  @Test func aDamagedFileInTheCacheIsDownloadedAnew() throws {
    let server = try server()
    defer { server.close() }
    try folder.write("damaged", to: cached)
    let result = try fetch(server)
    #expect(result.status == 0)
    #expect(
      result.errors.contains("\(cached) is damaged; downloading it again"), "\(result.errors)")
    #expect(try bytes(cached) == Self.content)
  }

  @Test func theFileGoesWhereTheUserSays() throws {
    let server = try server()
    defer { server.close() }
    let inFolder = try fetch(server, "vgg13", "-o", "new/")
    #expect(inFolder.output == "new/\(Self.name)\n", "\(inFolder.errors)")
    #expect(try fetch(server, "vgg13", "-o", "new").output == "new/\(Self.name)\n")
    #expect(try fetch(server, "vgg13", "-o", "own.pth").output == "own.pth\n")
    #expect(try bytes("own.pth") == Self.content)
    #expect(server.requestedOffsets == [0, 0])
    try folder.write("mine", to: "mine.pth")
    let refused = try fetch(server, "vgg13", "-o", "mine.pth")
    #expect(refused.status == 73)
    #expect(
      refused.errors.contains("mine.pth exists, and is a different file"), "\(refused.errors)")
    #expect(try folder.read("mine.pth") == "mine")
  }

  @Test func whatIsNotToBeHadIsSaid() throws {
    let server = try server()
    defer { server.close() }
    let missing = try fetch(server, "vgg19")
    #expect(missing.status == 66)
    #expect(missing.errors.contains("the server has no such file (404)"), "\(missing.errors)")
    let unknown = try fetch(server, "vgg17")
    #expect(unknown.status == 64)
    #expect(
      unknown.errors.contains("torchvision publishes no weights named vgg17"), "\(unknown.errors)")
    let address = try folder.command.run("weights", "fetch", "vgg16", "--base-url", "ftp://a")
    #expect(address.status == 64)
    let full = try folder.command.run(
      ["weights", "fetch", "vgg16", "--base-url", server.baseURL, "-o", "/proc/none"])
    #expect(full.status == 73)
  }

  /// The user's curl settings for other purposes, such as a header with a password, do not apply to this
  /// server.
  @Test func curlsOwnSettingsAreNotRead() throws {
    let server = try server()
    defer { server.close() }
    try folder.write("output = \"\(folder.path)/elsewhere\"\n", to: ".curlrc")
    let result = try fetch(server)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try !folder.contents().contains("elsewhere"))
  }

  /// A server that answers by HTTPS and redirects to HTTP, where anybody can change the content.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/openssl")))
  func whatIsAskedForByHTTPSComesByNothingElse() throws {
    let server = try server()
    defer { server.close() }
    try folder.write(
      "HTTP/1.0 302 Found\r\nLocation: \(server.baseURL)/\(Self.name)\r\n\r\n", to: Self.name)
    let result = try folder.command.shell(
      """
      openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out certificate.pem -subj /CN=127.0.0.1 \
        -addext subjectAltName=IP:127.0.0.1 2>/dev/null || exit 99
      openssl s_server -accept 127.0.0.1:0 -cert certificate.pem -key key.pem -HTTP </dev/null >said 2>/dev/null &
      for i in $(seq 100); do grep -q ^ACCEPT said && break; sleep 0.1; done
      port=$(sed -n 's/^ACCEPT .*://p' said)
      CURL_CA_BUNDLE=certificate.pem vggc weights fetch vgg13 --base-url "https://127.0.0.1:$port" -o got.pth
      status=$?
      kill $!
      exit $status
      """)
    #expect(result.status == 66, "\(result.errors)")
    #expect(result.errors.contains("rotocol \"http\""), "\(result.errors)")
    #expect(server.requestedOffsets == [])
  }

  /// A full disk, simulated by a limit on file sizes.
  @Test func aFullDiskIsSaid() throws {
    let server = try server()
    defer { server.close() }
    let result = try folder.command.shell(
      "trap '' XFSZ; ulimit -f 4; vggc weights fetch vgg13 -o a.pth --base-url \(server.baseURL)")
    #expect(result.status == 73, "\(result.errors)")
    #expect(result.errors.contains("file too large"), "\(result.errors)")
    #expect(result.errors.contains("bytes received are kept"), "\(result.errors)")
  }

  @Test func withoutCurlThatIsSaid() throws {
    let result = try folder.command.run(
      ["weights", "fetch", "vgg16", "--base-url", "http://127.0.0.1:9"],
      environment: ["HOME": folder.path, "PATH": folder.path])
    #expect(result.status == 66)
    #expect(
      result.errors.contains("curl, which downloads files, is not installed"), "\(result.errors)")
  }
}
