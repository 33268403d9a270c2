import Testing
import VGGDiagnostics
import VGGFindings

@Suite struct FixItTests {
  @Test func fixItsThatOverlapWait() {
    var sources = SourceMap()
    let file = SourceFile(name: "t", text: "abcdef")
    let source = sources.add(file)
    func edit(_ start: Int, _ end: Int, _ text: String) -> Diagnostic {
      let range = SourceRange(source: source, start: start, end: end)
      return Diagnostic(
        .unknownKey, "", at: range, fixIts: [FixIt("", replace: range, with: text)])
    }
    let bytes = applyFixIts(
      of: [edit(4, 6, "Z"), edit(0, 2, "XY1"), edit(1, 3, "no")], to: file, source)
    #expect(String(decoding: bytes, as: UTF8.self) == "XY1cdZ")
  }
}
