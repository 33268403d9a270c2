import Testing
import VGGFiles
import VGGSpec

@testable import VGGLanguageServer

/// The models of all configurations in the client's folders.
@Suite struct WorkspaceSymbolTests {
  private static let files = [
    "/w/named.yaml": "name: Photos\nfeatures: [8]\n", "/w/plain.vgg.yaml": "# x\nfeatures: [8]\n",
    "/w/sub/several.yml": "models:\n  small: [8]\n  사진: {features: [8]}\n",
    "/w/sub/own.yaml": "extends: D\n", "/w/other.yaml": "jobs: [1]\n",
    "/w/broken.yaml": "features: [\n",
    "/w/.hidden/a.yaml": "name: hidden\nfeatures: [8]\n",
    "/w/node_modules/a.yaml": "name: module\nfeatures: [8]\n", "/w/labels.txt": "a\n",
    "/elsewhere/b.yaml": "name: elsewhere\nfeatures: [8]\n",
  ]

  private func session(_ folders: String) -> Session {
    var session = Session(files: Self.files, capabilities: nil)
    _ = session.send(#"{"id":0,"method":"initialize","params":{"capabilities":{},\#(folders)}}"#)
    return session
  }

  private func symbols(_ query: String, _ session: inout Session) throws -> String {
    try Session.brief(
      try #require(
        session.send(#"{"id":"q","method":"workspace/symbol","params":{"query":"\#(query)"}}"#).last
      ))
  }

  @Test(arguments: [
    (
      "",
      """
      [{containerName: named.yaml, kind: 2, location: {range: 0:6-0:12, uri: named.yaml}, name: Photos}, \
      {containerName: plain.vgg.yaml, kind: 2, location: {range: 1:0-1:8, uri: plain.vgg.yaml}, name: plain}, \
      {containerName: sub/own.yaml, kind: 2, location: {range: 0:0-0:7, uri: sub/own.yaml}, name: own}, \
      {containerName: sub/several.yml, kind: 2, location: {range: 1:2-1:7, uri: sub/several.yml}, name: small}, \
      {containerName: sub/several.yml, kind: 2, location: {range: 2:2-2:4, uri: sub/several.yml}, name: 사진}]
      """
    ),
    (
      "PHT",
      "[{containerName: named.yaml, kind: 2, location: {range: 0:6-0:12, uri: named.yaml}, name: Photos}]"
    ),
    ("xyz", "[]"),
  ])
  func models(query: String, expected: String) throws {
    for folders in [
      #""workspaceFolders":[{"uri":"file:///w","name":"w"}],"rootUri":"file:///elsewhere""#,
      #""rootUri":"file:///w/""#,
    ] {
      var session = session(folders)
      #expect(try symbols(query, &session) == expected)
      // The second time, the files are not read again.
      #expect(try symbols(query, &session) == expected)
    }
  }

  @Test func foldersChange() throws {
    var session = session(#""workspaceFolders":null,"rootUri":null"#)
    #expect(try symbols("", &session) == "[]")
    _ = session.send(
      #"{"method":"workspace/didChangeWorkspaceFolders","params":{"event":{"added":[{"uri":"file:///elsewhere","name":""},{"uri":"git:x","name":""}],"removed":[]}}}"#
    )
    #expect(try symbols("", &session).contains("name: elsewhere"))
    _ = session.send(
      #"{"method":"workspace/didChangeWorkspaceFolders","params":{"event":{"added":[],"removed":[{"uri":"file:///elsewhere","name":""}]}}}"#
    )
    #expect(try symbols("", &session) == "[]")
  }

  /// The text in the editor counts, not the file's.
  @Test func openDocuments() throws {
    var session = session(#""rootUri":"file:///w""#)
    try session.open("\n\nname: Edited\nfeatures: [8]\n", uri: "file:///w/named.yaml")
    let answer = try symbols("ed", &session)
    #expect(answer.contains("range: 2:6-2:12, uri: named.yaml}, name: Edited"))
    #expect(try symbols("photos", &session) == "[]")
    try session.open("name: unsaved\nfeatures: [8]\n", uri: "file:///w/new.yaml")
    try session.open("name: unsaved\nfeatures: [8]\n", uri: "file:///else/new.yaml")
    try session.open("name: unsaved\nfeatures: [8]\n", uri: "untitled:1")
    #expect(
      try symbols("unsaved", &session)
        == "[{containerName: new.yaml, kind: 2, location: {range: 0:6-0:13, uri: new.yaml}, name: unsaved}]"
    )
  }

  @Test func theWorkIsBounded() throws {
    let disk = ServerDisk(
      reader: .init { path throws(UnreadableFile) in
        SourceReader.Contents(path: path, bytes: Array("features: [8]\n".utf8))
      },
      names: { folder in (0..<100).map { "\($0)" } + ["a.yaml"] },
      kind: { $0.hasSuffix(".yaml") ? .file : .folder },
      version: { _ in FileVersion(size: 1, modified: 0, changed: 0, number: 0) },
      materialize: { _ in nil })
    let files = yamlFiles(below: ["/w", "/w"], on: disk)
    #expect(files.first == "/w/a.yaml")
    #expect(files.count < 2_000)
    #expect(Set(files).count == files.count)
  }
}
