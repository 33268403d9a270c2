import Foundation
import Testing
import VGGCompiler
import VGGTestSupport

@Suite struct DiagnosticTests {
  private static let mistakes = Checkout.files(in: "Configs/mistakes")
  private static let failCases = Checkout.files(in: "Tests/FailCases")

  private func bytes(of path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Checkout.file(path)))
  }

  private func compiled(_ path: String) throws -> CompiledConfiguration {
    CompiledConfiguration(utf8: try bytes(of: path), fileName: path)
  }

  /// A range as lines and columns: `4:16-4:21`.
  private func place(of range: SourceRange) -> String {
    "\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)"
  }

  @Test func theValuesOfOneMistake() throws {
    let text = """
      input: [3, 32, 32]
      features: [8, M, 16, M]
      classifier:
        - linear: {in: 25088, out: 3}

      """
    let compiled = CompiledConfiguration(yaml: text, fileName: "tiny.yaml")
    let diagnostic = try #require(compiled.diagnostics().first)
    #expect(compiled.diagnostics().count == 1)
    #expect(diagnostic.id == "linear-input-mismatch")
    #expect(diagnostic.severity == .error)
    #expect(
      diagnostic.message
        == "linear layer expects 25088 inputs, but the feature map flattens to 1024")
    #expect(diagnostic.label == "16 x 8 x 8 = 1024")
    let range = diagnostic.range
    #expect(range.file == "tiny.yaml")
    #expect(place(of: range) == "4:18-4:23")
    #expect(range.start < range.end)
    #expect(
      diagnostic.notes.map(\.message) == [
        "the feature map becomes 8 x 8 here", "no square input flattens to 25088",
      ])
    #expect(diagnostic.notes.map { $0.range.map(place) } == ["2:22-2:23", nil])
    let fixIt = try #require(diagnostic.fixIts.first)
    #expect(fixIt.isCertain)
    #expect(fixIt.title == "replace 25088 with 1024")
    #expect(fixIt.edits.map(\.replacement) == ["1024"])
    #expect(fixIt.edits.map(\.range) == [range])
    #expect(compiled.fixed().yaml == text.replacing("25088", with: "1024"))
    #expect(compiled.fixed().isSound)

    let korean = try #require(compiled.diagnostics(in: .korean).first)
    #expect(korean.message.contains("특성맵"))
    #expect(korean.id == diagnostic.id)
    #expect(korean.range == range)
    #expect(korean.fixIts.map(\.edits) == diagnostic.fixIts.map(\.edits))
  }

  /// The diagnostics of inputs that once made the compiler fail: name, start, end, and replacements.
  @Test(arguments: [
    (
      "alias-with-two-fixes",
      [#"channel-mismatch 1:29-1:30 ["3"]"#, #"channel-mismatch 1:29-1:30 ["8"]"#]
    ),
    (
      "models-of-one-name",
      [
        "no-pooling 1:13-1:14 []", "large-classifier 1:13-1:14 []",
        "weights-over-2gib 1:13-1:14 []", "no-pooling 1:21-1:22 []",
        "large-classifier 1:21-1:22 []", "weights-over-2gib 1:21-1:22 []",
        "no-pooling 1:31-1:32 []", "large-classifier 1:31-1:32 []",
        "weights-over-2gib 1:31-1:32 []", "wrong-type 1:42-1:43 []",
      ]
    ),
    (
      "no-labels",
      ["classes-labels-mismatch 1:9-1:11 []", "no-pooling 2:11-2:12 []", "one-class 3:35-3:36 []"]
    ),
    (
      "older-line-breaks",
      [
        "no-pooling 1:11-1:12 []", "large-classifier 1:11-1:12 []",
        "weights-over-2gib 1:11-1:12 []",
      ]
    ),
  ])
  func failCasesHaveTheirDiagnostics(name: String, expected: [String]) throws {
    let found = try compiled("Tests/FailCases/\(name).yaml").diagnostics().map { diagnostic in
      let repairs = diagnostic.fixIts.flatMap(\.edits).map(\.replacement)
      return "\(diagnostic.id) \(place(of: diagnostic.range)) \(repairs)"
    }
    #expect(found == expected)
  }

  @Test func everyFailCaseIsInTheTable() {
    #expect(Self.failCases.count == 4)
  }

  /// Each file is the example of the diagnostic that it is named for.
  @Test(arguments: mistakes) func mistakesHaveTheirDiagnostics(path: String) throws {
    let name = path.dropFirst("Configs/mistakes/".count).dropLast(".yaml".count)
    // These are found in other files, so the configuration alone is correct.
    let found = ["weights-mismatch", "data-mismatch"].contains(name) ? [] : [String(name)]
    #expect(try compiled(path).diagnostics().map(\.id) == found)
  }

  /// Lines and columns are those of the offsets, counted here from the bytes.
  @Test(arguments: mistakes) func positionsAreCountedInScalars(path: String) throws {
    let bytes = try bytes(of: path)
    guard let text = String(validating: bytes, as: UTF8.self), !text.hasPrefix("\u{FEFF}") else {
      return
    }
    for diagnostic in try compiled(path).diagnostics() {
      let ranges =
        [diagnostic.range] + diagnostic.notes.compactMap(\.range)
        + diagnostic.fixIts.flatMap(\.edits).map(\.range)
      for position in ranges.filter({ $0.file == path }).flatMap({ [$0.start, $0.end] }) {
        let before = String(decoding: bytes[..<position.utf8Offset], as: UTF8.self).unicodeScalars
        let line = before.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(position.line == line.count)
        #expect(position.column == (line.last?.count ?? 0) + 1)
      }
    }
  }

  /// A caller who applies the certain edits one after the other, from the last, has the text of the first round of
  /// ``CompiledConfiguration/fixed()``.
  @Test(arguments: mistakes) func editsCanBeAppliedByTheirOffsets(path: String) throws {
    let compiled = try compiled(path)
    let edits = compiled.diagnostics().flatMap(\.fixIts).filter(\.isCertain).flatMap(\.edits)
      .sorted { $0.range.start > $1.range.start }
    var bytes = try bytes(of: path)
    for edit in edits where edit.range.file == path {
      bytes.replaceSubrange(
        edit.range.start.utf8Offset..<edit.range.end.utf8Offset, with: edit.replacement.utf8)
    }
    let once = CompiledConfiguration(utf8: bytes, fileName: path)
    #expect(once.fixed().yaml == compiled.fixed().yaml)
    #expect(edits.isEmpty == (compiled.fixed().yaml == compiled.yaml))
  }
}
