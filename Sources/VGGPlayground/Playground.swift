import VGGCompilation
import VGGDiagnostics
import VGGPages

/// The playground's answers to all requests; everything except the connections.
///
/// Every number on the page comes from here, that is, from the compiler.
package struct Playground: RequestAnswering {
  let file: OpenedFile
  package let language: Language
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
    if let refusal = requestGuard.refusal(of: request) { return refuse(refusal).guarded }
    guard let use = Use(rawValue: request.target) else { return page(request).guarded }
    if let refusal = requestGuard.refusalOfUse(of: request) { return refuse(refusal).guarded }
    return try answer(to: request, for: use, client).guarded
  }

  /// Returns an answer unless the request needs its body and has the key: no other request's body is stored.
  package func answerWithoutBody(to head: Request) -> Response? {
    if let refusal = requestGuard.refusal(of: head) { return refuse(refusal) }
    return Use(rawValue: head.target) == nil
      ? page(head) : requestGuard.refusalOfUse(of: head).map { refuse($0) }
  }

  private func refuse(_ refusal: PageRefusal) -> Response { .refusal(refusal, in: language) }

  private func page(_ request: Request) -> Response {
    guard let asset = PageAsset.all[request.target] else {
      return refuse(.noPage)
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      return refuse(.otherMethod(allowed: "GET, HEAD"))
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
    case (.compile, _), (.sizes, _): refuse(.otherMethod(allowed: "POST"))
    case (.file, "GET"): .json(FileAnswer(file), in: language)
    case (.file, "PUT") where file.canBeSaved: save(request)
    case (.file, _): refuse(.otherMethod(allowed: file.canBeSaved ? "GET, PUT" : "GET"))
    }
  }

  private func answer(
    to request: Request, with answer: (CompileRequest) throws(ClientLeft) -> some Encodable
  ) throws(ClientLeft) -> Response {
    guard request.mediaType == "application/json" else {
      return refuse(.otherType("application/json"))
    }
    let question: CompileRequest
    do {
      question = try CompileRequest(json: request.body)
    } catch {
      return refuse(.noQuestion)
    }
    if let refusal = OpenedFile.refusal(ofSize: question.text.utf8.count) {
      return refuse(refusal)
    }
    return .json(try answer(question), in: language)
  }

  private func save(_ request: Request) -> Response {
    guard request.mediaType == "application/yaml" else {
      return refuse(.otherType("application/yaml"))
    }
    guard let version = request[header: "If-Match"] else {
      return refuse(.noVersion)
    }
    if let refusal = OpenedFile.refusal(ofSize: request.body.count) { return refuse(refusal) }
    let text = String(decoding: request.body, as: UTF8.self)
    guard Array(text.utf8) == request.body else { return refuse(.textNotUTF8) }
    do {
      return .json(["version": try file.save(text, replacing: version.unquoted)], in: language)
    } catch {
      return switch error {
      case .changed: refuse(.changedOnDisk(file.name))
      case .unwritable(let reason): refuse(.unwritable(file.name, reason: reason))
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
