import Foundation
import Testing
import VGGFindings
import VGGTestSupport

@testable import VGGPlayground

/// The file that the page was opened with: loaded and saved; no other file is read or written.
@Suite struct FileTests {
  private static let text = "extends: base.yaml\nclassifier:\n  classes: 2\n"
  private static let base = "name: b\ninput: [3, 32, 32]\nfeatures: [8, M]\n"

  private func withPage(
    text: String = Self.text, _ body: (TemporaryFolder, Page) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      try folder.write(Self.base, to: "base.yaml")
      try folder.write("name: other\ninput: [3, 8, 8]\nfeatures: [4]\n", to: "other.yaml")
      let path = try folder.write(text, to: "a.yaml")
      try body(folder, try Page(file: path))
    }
  }

  private func save(_ text: String, over version: String, _ page: Page) -> Response {
    page.send(
      "PUT", "/api/file", Page.headers,
      ["Content-Type": "application/yaml", "If-Match": "\"\(version)\""], body: text)
  }

  @Test func loadAndSave() throws {
    try withPage { folder, page in
      let loaded = try Answer(page.send("GET", "/api/file"))
      #expect(loaded.text("text") == Self.text)
      let saved = try Answer(save("extends: D\n", over: loaded.text("version"), page))
      #expect(try folder.read("a.yaml") == "extends: D\n")
      // The new version is the one that a later save replaces.
      _ = try Answer(save("extends: E\n", over: saved.text("version"), page))
      #expect(try folder.read("a.yaml") == "extends: E\n")
      #expect(try Answer(page.send("GET", "/api/file")).text("text") == "extends: E\n")
      #expect(try folder.contents() == ["a.yaml", "base.yaml", "other.yaml"])
    }
  }

  @Test func whatSomebodyElseWroteStays() throws {
    try withPage { folder, page in
      let version = try Answer(page.send("GET", "/api/file")).text("version")
      try folder.write("extends: A # by an editor\n", to: "a.yaml")
      let response = save("extends: D\n", over: version, page)
      #expect(response.status == 412)
      #expect(String(decoding: response.body, as: UTF8.self).contains("a.yaml"))
      #expect(try folder.read("a.yaml") == "extends: A # by an editor\n")
    }
  }

  /// A file that somebody else has removed is not created again.
  @Test func whatSomebodyElseRemovedStaysAway() throws {
    try withPage { folder, page in
      let version = try Answer(page.send("GET", "/api/file")).text("version")
      try FileManager.default.removeItem(at: folder.url.appending(path: "a.yaml"))
      #expect(save("extends: D\n", over: version, page).status == 412)
      #expect(try folder.contents() == ["base.yaml", "other.yaml"])
    }
  }

  /// The file's new content cannot be shown, so it is not replaced either.
  @Test(arguments: [
    Array(repeating: UInt8(ascii: "#"), count: 1 << 20 + 1), [UInt8(ascii: "a"), 0xFF],
  ])
  func whatCannotBeShownIsNotReplaced(bytes: [UInt8]) throws {
    try withPage { folder, page in
      let version = try Answer(page.send("GET", "/api/file")).text("version")
      try folder.write(bytes, to: "a.yaml")
      #expect(try Answer(page.send("GET", "/api/file"))["version"] == nil)
      for version in [version, "none"] { #expect(save("x", over: version, page).status == 412) }
      #expect(try Data(contentsOf: folder.url.appending(path: "a.yaml")) == Data(bytes))
    }
  }

  @Test func textsAreNoLargerThanFiles() throws {
    try withPage { folder, page in
      let text = String(repeating: "#", count: 1 << 20 + 1)
      let version = try Answer(page.send("GET", "/api/file")).text("version")
      #expect(save(text, over: version, page).status == 413)
      #expect(try page.post("/api/compile", ["text": text]).status == 413)
      let kept = try folder.read("a.yaml")
      #expect(kept == Self.text)
    }
  }

  @Test func savingNeedsAVersion() throws {
    try withPage { folder, page in
      let response = page.send(
        "PUT", "/api/file", Page.headers, ["Content-Type": "application/yaml"], body: "x")
      #expect(response.status == 428)
      #expect(save("x", over: "wrong", page).status == 412)
      let kept = try folder.read("a.yaml")
      #expect(kept == Self.text)
    }
  }

  @Test func lineBreaksStay() throws {
    try withPage(text: "extends: D\r\nname: a\r\n") { folder, page in
      let version = try Answer(page.send("GET", "/api/file")).text("version")
      _ = try Answer(save("extends: D\nname: b\n", over: version, page))
      #expect(try folder.read("a.yaml") == "extends: D\r\nname: b\r\n")
    }
  }

  /// A file with carriage returns on only some lines gets the browser's text unchanged.
  @Test func mixedLineBreaks() throws {
    try withPage(text: "extends: D\r\nname: a\n") { folder, page in
      let version = try Answer(page.send("GET", "/api/file")).text("version")
      _ = try Answer(save("extends: D\nname: b\n", over: version, page))
      #expect(try folder.read("a.yaml") == "extends: D\nname: b\n")
    }
  }

  /// A text that is not UTF-8 could not be written back unchanged.
  @Test func otherEncodingsAreNotSaved() throws {
    try withTemporaryFolder { folder in
      let path = try folder.write([0x61, 0x3A, 0x20, 0xFF, 0x0A], to: "a.yaml")
      let page = try Page(file: path)
      #expect(try Answer(page.send("GET", "/api/file"))["version"] == nil)
      #expect(save("a", over: "none", page).status == 405)
    }
  }

  @Test func onlyTheFilesThatItNamedAreRead() throws {
    try withPage { folder, page in
      #expect(try page.compile(Self.text)["hasErrors"] as? Bool == false)
      let other = Self.text.replacingOccurrences(of: "base", with: "other")
      for text in [
        other, "extends: /etc/passwd\n", "extends: ../\(folder.url.lastPathComponent)/other.yaml\n",
      ] {
        let answer = try page.compile(text)
        #expect(answer["hasErrors"] as? Bool == true)
        #expect(answer.list("findings").first?["code"] as? String == "unknown-base")
      }
      // The files as they were at startup.
      try folder.write("name: [", to: "base.yaml")
      #expect(try page.compile(Self.text)["hasErrors"] as? Bool == false)
    }
  }
}
