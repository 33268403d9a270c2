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
    (
      "Content-Length: -1\r\n\r\nContent-Length: 2\r\n\r\n{}",
      [.fault("the message header has no Content-Length"), message("{}")]
    ),
    // The length was too small, and the next header comes after the rest.
    (
      "Content-Length: 2\r\n\r\n{\"a\"}Content-Length: 1\r\n\r\n1", [message("{\""), message("1")]
    ),
    (
      "Content-Length: 99999999999999999999\r\n\r\n{}",
      [
        .fault(
          "the message has 9223372036854775807 bytes, over the limit of 100663296")
      ]
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
