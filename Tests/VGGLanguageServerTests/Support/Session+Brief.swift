import Foundation
import Testing

@testable import VGGLanguageServer

/// A text with a mark `▮` for each position that a test asks about.
struct MarkedText {
  let text: String
  /// In the order of the text.
  let positions: [LSP.Position]

  init(_ marked: String) {
    let parts = marked.split(separator: "▮", omittingEmptySubsequences: false)
    text = parts.joined()
    positions = parts.indices.dropLast().map { index in
      let lines = parts[...index].joined().split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      return LSP.Position(line: lines.count - 1, character: lines.last?.utf16.count ?? 0)
    }
  }

  /// The first position as a request's parameter.
  var position: String { positions.first.map { #","position":\#(Self.json($0))"# } ?? "" }

  /// All positions as a request's parameter.
  var allPositions: String {
    #","positions":[\#(positions.map(Self.json).joined(separator: ","))]"#
  }

  /// The range between the first two positions as a request's parameter.
  var range: String {
    #","range":{"start":\#(Self.json(positions[0])),"end":\#(Self.json(positions[1]))}"#
  }

  private static func json(_ position: LSP.Position) -> String {
    #"{"line":\#(position.line),"character":\#(position.character)}"#
  }
}

extension Session {
  /// The result or the error of a request about a document, in short: `{range: 0:3-0:4, uri: a.yaml}`.
  mutating func brief(
    _ method: String, uri: String = "file:///w/a.yaml", _ rest: String = ""
  ) throws -> String {
    let answer = try #require(
      send(
        #"{"id":"q","method":"textDocument/\#(method)","params":{"textDocument":{"uri":"\#(uri)"}\#(rest)}}"#
      ).last)
    return try Self.brief(answer)
  }

  /// A message in short; if it is a response, only its result or error.
  static func brief(_ message: String) throws -> String {
    let object = try JSONSerialization.jsonObject(with: Data(message.utf8)) as? [String: Any]
    return Self.brief(object?["result"] ?? object?["error"] ?? object ?? [:])
  }

  private static func brief(_ value: Any) -> String {
    switch value {
    case let items as [Any]: return "[" + items.map { brief($0) }.joined(separator: ", ") + "]"
    case let fields as [String: Any]:
      if let line = fields["line"], let character = fields["character"], fields.count == 2 {
        return "\(line):\(character)"
      }
      if let start = fields["start"], let end = fields["end"], fields.count == 2 {
        return "\(brief(start))-\(brief(end))"
      }
      return "{"
        + fields.sorted { $0.key < $1.key }.map { "\($0.key): \(brief($0.value))" }
        .joined(separator: ", ") + "}"
    case is NSNull: return "null"
    default: return "\(value)".replacingOccurrences(of: "file:///w/", with: "")
    }
  }
}
