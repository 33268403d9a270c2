import Foundation
import Synchronization
import Testing
import VGGFiles
import VGGSpec

@testable import VGGLanguageServer

/// A server with a client that writes JSON and reads the answers.
struct Session {
  var server: LanguageServer

  /// - Parameters:
  ///   - files: The files on the disk, by path.
  ///   - capabilities: The client's capabilities, as JSON; `nil` if it has not initialised the server.
  ///   - locale: The client's language.
  init(files: [String: String] = [:], capabilities: String? = "{}", locale: String? = nil) {
    let reader = SourceReader { path throws(UnreadableFile) in
      guard let text = files[path] else {
        throw UnreadableFile(reason: "no such file or directory")
      }
      return SourceReader.Contents(path: path, bytes: Array(text.utf8))
    }
    server = LanguageServer(
      version: "1.2.3",
      disk: ServerDisk(
        reader: reader,
        names: { folder in
          Set(
            files.keys.filter { $0.hasPrefix(folder) }
              .compactMap {
                $0.dropFirst(folder.count).split(separator: "/").first.map(String.init)
              }
          ).sorted()
        },
        kind: { path in
          files[path] != nil
            ? .file : files.keys.contains { $0.hasPrefix(path + "/") } ? .folder : nil
        },
        version: { path in
          files[path].map {
            FileVersion(size: $0.utf8.count, modified: 0, changed: 0, number: 0)
          }
        },
        materialize: { $0.name == "D" ? "/built-in/D.yaml" : nil }))
    guard let capabilities else { return }
    let language = locale.map { #","locale":"\#($0)""# } ?? ""
    _ = send(
      #"{"id":0,"method":"initialize","params":{"capabilities":\#(capabilities)\#(language)}}"#)
    _ = send(#"{"method":"initialized","params":{}}"#)
  }

  /// All messages of the server until it has nothing to do, one per line.
  mutating func send(_ messages: String...) -> [String] {
    for message in messages { server.receive(.message(Array(message.utf8))) }
    var answers: [String] = []
    while server.hasWork { answers += server.step().map { String(decoding: $0, as: UTF8.self) } }
    return answers
  }

  /// Receives a message before the server does any work.
  mutating func receive(_ piece: MessageFramer.Piece) { server.receive(piece) }

  mutating func step() -> [String] { server.step().map { String(decoding: $0, as: UTF8.self) } }

  @discardableResult
  mutating func open(_ text: String, uri: String = "file:///w/a.yaml") throws -> [String] {
    send(
      #"{"method":"textDocument/didOpen","params":{"textDocument":{"uri":"\#(uri)","version":1,"languageId":"yaml","text":\#(try json(text))}}}"#
    )
  }

  /// The result of a request about a document, with its keys in order and indented.
  mutating func ask(
    _ method: String, uri: String = "file:///w/a.yaml", _ rest: String = ""
  ) throws -> String {
    let answers = send(
      #"{"id":"q","method":"textDocument/\#(method)","params":{"textDocument":{"uri":"\#(uri)"}\#(rest)}}"#
    )
    let answer = try #require(answers.last)
    let object = try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any]
    let result = try #require(object?["result"])
    let data = try JSONSerialization.data(
      withJSONObject: result,
      options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes, .fragmentsAllowed])
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  private func json(_ text: String) throws -> String {
    String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
  }
}
