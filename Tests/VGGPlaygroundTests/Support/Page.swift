import Foundation
import VGGCompilation
import VGGDiagnostics
import VGGFiles
import VGGLessons
import VGGMarkup
import VGGSpec

@testable import VGGPlayground

/// A playground with the requests of a page.
struct Page {
  static let port = 4096
  static let key = "0123456789abcdef"

  let playground: Playground

  /// Creates a page for the configuration at `path`, whose other files are read from its folder.
  init(file path: String, language: Language = .english) throws {
    let bytes = try BoundedFileReader(limit: SourceFile.maximumSize).read(path)
    let file = SourceFile(name: path, bytes: bytes)
    playground = Playground(
      OpenedFile(file, isFile: true),
      naming: NamedFiles(of: file, through: ConfigurationFinder.sourceReader { _ in }),
      in: language, key: Self.key)
  }

  /// Creates a page for a built-in configuration.
  init(_ builtIn: BuiltInConfiguration = .d, language: Language = .english) {
    let file = ConfigurationFinder.found(builtIn).file
    playground = Playground(
      OpenedFile(file, isFile: false),
      naming: NamedFiles(of: file, through: ConfigurationFinder.sourceReader { _ in }),
      in: language, key: Self.key)
  }

  /// The headers that a browser sends with every request of the page.
  static let headers = [
    "Host": "127.0.0.1:\(port)", "Origin": "http://127.0.0.1:\(port)",
    "Sec-Fetch-Site": "same-origin", "X-VGGC-Key": key,
  ]

  func send(
    _ method: String, _ target: String, _ headers: [String: String] = Self.headers,
    _ more: [String: String] = [:], body: String = ""
  ) -> Response {
    let all = headers.merging(more) { _, new in new }
    let request = Request(
      method: method, target: target, headers: all.map { ($0.key, $0.value) },
      body: Array(body.utf8), port: Self.port)
    do {
      return try playground.answer(to: request, for: .permanent)
    } catch {
      preconditionFailure("a client that stays has left")
    }
  }

  func post(_ target: String, _ question: [String: Any]) throws -> Response {
    let body = try JSONSerialization.data(withJSONObject: question)
    return send(
      "POST", target, Self.headers, ["Content-Type": "application/json"],
      body: String(decoding: body, as: UTF8.self))
  }

  /// Returns the server's answer about a text.
  func compile(_ text: String, model: Int = 0, side: Int? = nil) throws -> Answer {
    var question: [String: Any] = ["text": text, "model": model]
    question["side"] = side
    return try Answer(try post("/api/compile", question))
  }
}

/// An answer's JSON.
struct Answer {
  let fields: [String: Any]

  struct NoAnswer: Error {
    let status: Int
    let body: String
  }

  init(_ response: Response) throws {
    let fields = try? JSONSerialization.jsonObject(with: Data(response.body)) as? [String: Any]
    guard response.status == 200, let fields else {
      throw NoAnswer(status: response.status, body: String(decoding: response.body, as: UTF8.self))
    }
    self.fields = fields
  }

  subscript(path: String...) -> Any? {
    path.reduce(fields as Any?) { ($0 as? [String: Any])?[$1] }
  }

  func text(_ path: String...) -> String {
    path.reduce(fields as Any?) { ($0 as? [String: Any])?[$1] } as? String ?? ""
  }

  func list(_ path: String...) -> [[String: Any]] {
    path.reduce(fields as Any?) { ($0 as? [String: Any])?[$1] } as? [[String: Any]] ?? []
  }

  /// The value of a total, as the page shows it.
  func fact(_ key: String) -> String? {
    let parts = text("network", "facts").components(separatedBy: "data-fact=\"\(key)\"")
    guard parts.count == 2 else { return nil }
    let value = parts[1].components(separatedBy: "class=\"value\">").dropFirst().first
    return value?.components(separatedBy: "<").first
  }
}
