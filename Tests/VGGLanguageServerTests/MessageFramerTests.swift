import Testing

@testable import VGGLanguageServer

@Suite struct MessageFramerTests {
  private static let cases: [(String, [MessageFramer.Piece])] = [
    ("Content-Length: 2\r\n\r\n{}", [message("{}")]),
    ("content-length:2\n\n{}Content-Length: 1\r\n\r\n1", [message("{}"), message("1")]),
    (
      "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 3\r\n\r\n\u{ACE0}",
      [message("고")]
    ),
    ("\r\n", [.fault("the message header has no Content-Length")]),
    // The length was too small, and the next header comes after the rest.
    (
      "Content-Length: 2\r\n\r\n{\"a\"}Content-Length: 1\r\n\r\n1", [message("{\""), message("1")]
    ),
    (String(repeating: "x", count: 9000), [.fault("a header line is longer than 8192 bytes")]),
  ]

  /// The bytes may arrive in one piece or one by one.
  @Test(arguments: cases)
  func pieces(stream: String, expected: [MessageFramer.Piece]) {
    var framer = MessageFramer()
    #expect(framer.take(stream.utf8) == expected)
    var slow = MessageFramer()
    #expect(stream.utf8.flatMap { slow.take([$0]) } == expected)
  }

  /// Nothing is read after a header with an impossible length: nobody knows where the next message begins.
  @Test(arguments: [
    ("-1", BrokenHeader.noLength("-1")), ("x", .noLength("x")), ("+2", .noLength("+2")),
    ("2.0", .noLength("2.0")), ("", .noLength("")), ("0x10", .noLength("0x10")),
    ("10000000000000000000", .tooLarge("10000000000000000000")),
    ("1073741825", .tooLarge("1073741825")),
    ("9223372036854775807", .tooLarge("9223372036854775807")),
  ])
  func brokenHeaders(length: String, header: BrokenHeader) {
    let stream =
      "Content-Length: 2\r\n\r\n{}Content-Length: \(length)\r\n\r\nContent-Length: 2\r\n\r\n{}"
    var framer = MessageFramer()
    #expect(framer.take(stream.utf8) == [Self.message("{}"), .broken(header)])
    #expect(framer.take(MessageFramer.framed(Array("{}".utf8))) == [])
    var slow = MessageFramer()
    #expect(stream.utf8.flatMap { slow.take([$0]) } == [Self.message("{}"), .broken(header)])
  }

  @Test func theLargestLengthIsBelieved() {
    var framer = MessageFramer()
    let pieces = framer.take("Content-Length: \(MessageFramer.largestLength)\r\n\r\n".utf8)
    #expect(
      pieces == [.fault("the message has 1073741824 bytes, over the limit of 100663296")])
  }

  @Test func aMessageThatIsTooLongIsPassedOver() {
    var framer = MessageFramer()
    let length = MessageFramer.largestMessage + 1
    #expect(framer.take("Content-Length: \(length)\r\n\r\n".utf8).count == 1)
    let piece = [UInt8](repeating: 0x20, count: 1 << 20)
    for _ in 0..<length >> 20 { #expect(framer.take(piece) == []) }
    let rest = [UInt8](repeating: 0x20, count: length & (1 << 20 - 1))
    #expect(framer.take(rest + Array("Content-Length: 1\r\n\r\n1".utf8)) == [Self.message("1")])
  }

  @Test func framesAreRead() {
    var framer = MessageFramer()
    #expect(framer.take(MessageFramer.framed(Array("{}".utf8))) == [Self.message("{}")])
  }

  private static func message(_ text: String) -> MessageFramer.Piece { .message(Array(text.utf8)) }
}
