import VGGDiagnostics
import VGGSpec

/// A language server: takes messages, holds the open documents and returns messages.
///
/// It doesn't read or write streams. The caller passes every message to ``receive(_:)`` as soon as it
/// arrives, and calls ``step()`` while ``hasWork`` is true. So a request that has been cancelled in the
/// meantime is not processed, and a document is checked only when nothing else is waiting: edits do not
/// queue, however fast the user types.
package struct LanguageServer: Sendable {
  /// The server's state in the protocol's lifecycle.
  enum Phase {
    case new
    case initialized
    case shutDown
    case exited(status: Int32)
  }

  let version: String
  let disk: ServerDisk

  var phase = Phase.new
  var client = Client()
  var documents: [String: OpenDocument] = [:]
  var workspace = Workspace()
  private var analyses: [String: Analysis] = [:]
  /// Documents whose diagnostics may have changed, the most urgent first.
  private var stale: [String] = []
  /// Whether answers may have changed because of another file than the one that the client asked about.
  private var needsRefresh = false
  private var published: [String: LSP.PublishDiagnosticsParams] = [:]
  private var waiting: [Incoming] = []
  private var outgoing: [[UInt8]] = []

  /// - Parameter version: The version reported to the client, for its log.
  package init(version: String, disk: ServerDisk) {
    self.version = version
    self.disk = disk
  }

  /// The header after which the client's stream cannot be read any more.
  package private(set) var brokenHeader: BrokenHeader?

  /// The status with which the process should end now, if it should: 0 after a shutdown, 65 if the client's stream
  /// cannot be read and all messages before that are answered, else 1.
  package var exitStatus: Int32? {
    if case .exited(let status) = phase { return status }
    return brokenHeader != nil && waiting.isEmpty && outgoing.isEmpty ? 65 : nil
  }

  package var hasWork: Bool {
    exitStatus == nil
      && !(waiting.isEmpty && stale.isEmpty && outgoing.isEmpty && !needsRefresh)
  }

  // MARK: - Messages

  /// Takes a piece of the client's stream.
  package mutating func receive(_ piece: MessageFramer.Piece) {
    switch piece {
    case .message(let content): receive(content)
    case .fault(let reason): refuse(nil, .invalidRequest(reason))
    case .broken(let header):
      brokenHeader = header
      refuse(nil, .parseError(English().words(for: header)))
    }
  }

  private mutating func receive(_ content: [UInt8]) {
    let envelope: JSONRPC.Envelope
    do {
      envelope = try JSONRPC.read(JSONRPC.Envelope.self, from: content)
    } catch {
      return refuse(nil, Self.failure(ofReading: content))
    }
    guard let method = envelope.method else {
      // A response to the server's own request, which carries no information.
      if envelope.id == nil { refuse(nil, .invalidRequest("the message has no method")) }
      return
    }
    if method == "$/cancelRequest" { return cancel(content) }
    waiting.append(Incoming(id: envelope.id, method: method, content: content))
  }

  private static func failure(ofReading content: [UInt8]) -> JSONRPC.Failure {
    (try? JSONRPC.read(AnyJSON.self, from: content)) == nil
      ? .parseError("the message is not JSON")
      : .invalidRequest("the message is not a request, notification or response")
  }

  private mutating func cancel(_ content: [UInt8]) {
    guard
      let id = try? JSONRPC.read(JSONRPC.Message<JSONRPC.CancelParams>.self, from: content).params
        .id,
      let index = waiting.firstIndex(where: { $0.id == id })
    else { return }
    waiting.remove(at: index)
    refuse(id, .cancelled)
  }

  /// Performs one task: answers the message that has waited longest, or checks a document if there isn't one, or else
  /// asks the client to request answers again.
  ///
  /// - Returns: the messages to send.
  package mutating func step() -> [[UInt8]] {
    if !waiting.isEmpty {
      handle(waiting.removeFirst())
    } else if let uri = stale.first {
      stale.removeFirst()
      if !client.pullsDiagnostics { publish(uri) }
    } else if needsRefresh {
      needsRefresh = false
      for method in client.refreshes {
        send(JSONRPC.Request(id: "vggc-\(method)", method: method, params: LSP.Null?.none))
      }
    }
    defer { outgoing = [] }
    return outgoing
  }

  /// Handles the end of the client's stream like an `exit` notification.
  package mutating func endOfInput() {
    exit()
  }

  mutating func exit() {
    if case .shutDown = phase {
      phase = .exited(status: 0)
    } else {
      phase = .exited(status: 1)
    }
  }

  mutating func send(_ message: some Encodable) {
    if let content = JSONRPC.write(message) { outgoing.append(content) }
  }

  mutating func refuse(_ id: JSONRPC.ID?, _ failure: JSONRPC.Failure) {
    send(JSONRPC.ErrorResponse(id: id, error: failure))
  }

  // MARK: - Documents

  mutating func open(_ document: OpenDocument) {
    documents[document.uri] = document
    markStale(document.uri)
  }

  mutating func change(_ uri: String, _ changes: [LSP.ContentChange], version: Int?) {
    documents[uri]?.apply(changes, version: version)
    markStale(uri)
  }

  mutating func close(_ uri: String) {
    guard let document = documents.removeValue(forKey: uri) else { return }
    forget(uri)
    if let path = document.path { markStale(dependingOn: path) }
    let hadFindings = published.removeValue(forKey: uri)?.diagnostics.isEmpty == false
    if hadFindings {
      send(notification(LSP.PublishDiagnosticsParams(uri: uri, diagnostics: [])))
    }
  }

  /// Marks every open document stale after files changed, including files that are not open.
  mutating func filesChanged() {
    for uri in documents.keys.sorted() {
      forget(uri)
      stale.append(uri)
    }
    needsRefresh = needsRefresh || !documents.isEmpty
  }

  /// Marks a document stale, then the documents that depend on it.
  private mutating func markStale(_ uri: String) {
    guard let document = documents[uri] else { return }
    forget(uri)
    stale.insert(uri, at: 0)
    if let path = document.path { markStale(dependingOn: FilePath.normalized(path)) }
  }

  private mutating func markStale(dependingOn path: String) {
    for (uri, analysis) in analyses.sorted(by: { $0.key < $1.key })
    where analysis.dependencies.contains(path) {
      forget(uri)
      stale.append(uri)
      needsRefresh = true
    }
  }

  private mutating func forget(_ uri: String) {
    analyses[uri] = nil
    stale.removeAll { $0 == uri }
  }

  /// The compiler's result for the current text of a document; `nil` if it is not open or is too large.
  mutating func analysis(of uri: String) -> Analysis? {
    if let known = analyses[uri] { return known }
    guard let document = documents[uri], document.file.bytes.count <= SourceFile.maximumSize else {
      return nil
    }
    var texts: [String: [UInt8]] = [:]
    for other in documents.values where other.uri != uri {
      if let path = other.path { texts[FilePath.normalized(path)] = other.file.bytes }
    }
    let analysis = Analysis(document, open: texts, disk: disk.reader)
    analyses[uri] = analysis
    return analysis
  }

  /// The diagnostics of a document; `nil` if it is not open.
  mutating func diagnostics(of uri: String) -> [LSP.Diagnostic]? {
    guard let document = documents[uri] else { return nil }
    return analysis(of: uri).map { VGGLanguageServer.diagnostics(of: $0, for: client) }
      ?? [tooLargeDiagnostic(document, for: client)]
  }

  private mutating func publish(_ uri: String) {
    guard let document = documents[uri], let found = diagnostics(of: uri) else { return }
    let message = LSP.PublishDiagnosticsParams(
      uri: uri, version: document.version, diagnostics: found)
    guard published[uri] != message else { return }
    published[uri] = message
    send(notification(message))
  }

  private func notification(
    _ params: LSP.PublishDiagnosticsParams
  ) -> JSONRPC.Notification<LSP.PublishDiagnosticsParams> {
    JSONRPC.Notification(method: "textDocument/publishDiagnostics", params: params)
  }
}

/// A message waiting to be handled.
struct Incoming: Sendable {
  /// The request's ID; `nil` for notifications.
  let id: JSONRPC.ID?
  let method: String
  let content: [UInt8]
}

/// Any JSON value; its content is discarded.
private struct AnyJSON: Decodable {
  init(from decoder: any Decoder) throws {}
}
