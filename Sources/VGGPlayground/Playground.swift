import VGGCompilation
import VGGDiagnostics

/// The playground's answers to all requests; everything except the connections.
///
/// Every number on the page comes from here, that is, from the compiler.
package struct Playground: RequestAnswering {
  let file: OpenedFile
  let language: Language
  private let pipeline: CompilerPipeline
  private let requestGuard: RequestGuard

  /// - Parameter key: The key that requests must have to use the compiler and the file.
  package init(
    _ file: OpenedFile, naming files: NamedFiles, in language: Language, key: String
  ) {
    self.file = file
    self.language = language
    pipeline = CompilerPipeline(reader: files.reader)
    requestGuard = RequestGuard(key: key)
  }

  package func answer(
    to request: Request, for client: ClientPresence
  ) throws(ClientLeft) -> Response {
    if let refusal = requestGuard.refusal(of: request) { return refusal.guarded }
    guard let use = Use(rawValue: request.target) else { return page(request).guarded }
    if let refusal = requestGuard.refusalOfUse(of: request) { return refusal.guarded }
    return try answer(to: request, for: use, client).guarded
  }

  /// Returns an answer unless the request needs its body and has the key: no other request's body is stored.
  package func answerWithoutBody(to head: Request) -> Response? {
    if let refusal = requestGuard.refusal(of: head) { return refusal }
    return Use(rawValue: head.target) == nil ? page(head) : requestGuard.refusalOfUse(of: head)
  }

  private func page(_ request: Request) -> Response {
    guard let asset = PageAsset.all[request.target] else {
      return .refusal(404, "there is no such page")
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      return .wrongMethod(allowed: "GET, HEAD")
    }
    return Response(200, type: asset.type, asset.bytes(language))
  }

  /// A target that needs the key.
  private enum Use: String {
    case compile = "/api/compile"
    case sizes = "/api/sizes"
    case file = "/api/file"
  }

  private func answer(
    to request: Request, for use: Use, _ client: ClientPresence
  ) throws(ClientLeft) -> Response {
    switch (use, request.method) {
    case (.compile, "POST"):
      try answer(to: request) { question throws(ClientLeft) in
        try CompileAnswer(
          question, for: client, pipeline: pipeline, fileName: file.name, language)
      }
    case (.sizes, "POST"):
      try answer(to: request) { question throws(ClientLeft) in
        try SizesAnswer(question, for: client, pipeline: pipeline, fileName: file.name)
      }
    case (.compile, _), (.sizes, _): .wrongMethod(allowed: "POST")
    case (.file, "GET"): .json(FileAnswer(file))
    case (.file, "PUT") where file.canBeSaved: save(request)
    case (.file, _): .wrongMethod(allowed: file.canBeSaved ? "GET, PUT" : "GET")
    }
  }

  private func answer(
    to request: Request, with answer: (CompileRequest) throws(ClientLeft) -> some Encodable
  ) throws(ClientLeft) -> Response {
    guard request.mediaType == "application/json" else {
      return .refusal(415, "the content type must be application/json")
    }
    let question: CompileRequest
    do {
      question = try CompileRequest(json: request.body)
    } catch {
      return .refusal(400, error.reason)
    }
    if let refusal = OpenedFile.refusal(ofSize: question.text.utf8.count, in: language) {
      return .refusal(413, refusal)
    }
    return .json(try answer(question))
  }

  private func save(_ request: Request) -> Response {
    guard request.mediaType == "application/yaml" else {
      return .refusal(415, "the content type must be application/yaml")
    }
    guard let version = request[header: "If-Match"] else {
      return .refusal(428, "If-Match must name the version to replace")
    }
    if let refusal = OpenedFile.refusal(ofSize: request.body.count, in: language) {
      return .refusal(413, refusal)
    }
    let text = String(decoding: request.body, as: UTF8.self)
    guard Array(text.utf8) == request.body else { return .refusal(400, "the text is not UTF-8") }
    do {
      return .json(["version": try file.save(text, replacing: version.unquoted)])
    } catch {
      return switch error {
      case .changed: .refusal(412, language.pagePhrases.changedOnDisk(file.name))
      case .unwritable(let reason):
        .refusal(500, language.pagePhrases.unwritable(file.name, reason))
      }
    }
  }
}

extension Request {
  /// The content type without its parameters.
  fileprivate var mediaType: String? {
    self[header: "Content-Type"]?.split(separator: ";").first.map {
      String($0).lowercased().filter { $0 != " " }
    }
  }
}

extension String {
  /// The version without the quotes that HTTP requires around it.
  fileprivate var unquoted: String {
    guard utf8.count > 1, hasPrefix("\""), hasSuffix("\"") else { return self }
    return String(dropFirst().dropLast())
  }
}
