import VGGFiles
import VGGLanguageServer
import VGGSpec

/// Talks to a language server: each line of an input is a message, and an empty line waits until all are
/// answered; an input that begins with a zero is the raw bytes, headers included. The server keeps
/// answering, whatever it was sent, until it is told to end.
func fuzzLanguageServer(_ bytes: UnsafeBufferPointer<UInt8>) -> CInt {
  var session = Session()
  if bytes.first == 0 {
    // In pieces, as a pipe delivers them.
    var rest = bytes.dropFirst()
    while let size = rest.first {
      session.receive(rest.prefix(Int(size) + 1))
      rest = rest.dropFirst(Int(size) + 1)
    }
  } else {
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.isEmpty {
        session.work()
      } else {
        session.receive(MessageFramer.framed(Array(line)))
      }
    }
  }
  session.expectAnswer(isSynchronised: bytes.first != 0)
  return 0
}

private struct Session {
  private var framer = MessageFramer()
  private var server = LanguageServer(version: "fuzz", disk: disk)

  private static let disk = ServerDisk(
    reader: SourceReader { path throws(UnreadableFile) in
      guard path.hasSuffix("base.yaml") else { throw UnreadableFile(reason: "no such file") }
      return SourceReader.Contents(path: path, bytes: Array("features: [4, M]\n".utf8))
    }, names: { _ in ["base.yaml", "labels.txt"] },
    kind: { $0.hasSuffix(".yaml") || $0.hasSuffix(".txt") ? .file : nil },
    version: { _ in FileVersion(size: 17, modified: 0, changed: 0, number: 0) },
    materialize: { _ in "/built-in/D.yaml" })

  mutating func receive(_ bytes: some Sequence<UInt8>) {
    for piece in framer.take(bytes) { server.receive(piece) }
  }

  @discardableResult
  mutating func work() -> [[UInt8]] {
    var answers: [[UInt8]] = []
    while server.hasWork { answers += server.step() }
    return answers
  }

  /// Sends a shutdown request, which is answered unless the server has ended or takes the request
  /// for the rest of an incomplete message.
  mutating func expectAnswer(isSynchronised: Bool) {
    work()
    guard server.exitStatus == nil else { return }
    let request = Array(#"{"jsonrpc":"2.0","id":"the end","method":"shutdown"}"#.utf8)
    receive(MessageFramer.framed(request))
    let isAnswered = work().contains { String(decoding: $0, as: UTF8.self).contains("the end") }
    precondition(isAnswered || !isSynchronised, "the server no longer answers")
    server.endOfInput()
    precondition(server.exitStatus != nil, "the server does not end")
  }
}
