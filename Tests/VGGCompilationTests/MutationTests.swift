import Foundation
import Testing
import VGGCompilation
import VGGDiagnostics
import VGGFindings
import VGGPhrasebooks
import VGGTestSupport

/// Damaged files cause diagnostics inside their file, never a crash.
@Suite struct MutationTests {
  private func expectSound(_ compilation: Compilation) {
    for diagnostic in compilation.diagnostics {
      let ranges =
        [diagnostic.range] + diagnostic.notes.compactMap(\.range) + diagnostic.fixIts.map(\.range)
      for range in ranges {
        #expect(range.end <= compilation.sources[range.source].bytes.count, "\(diagnostic)")
      }
    }
    let report = DiagnosticReport(
      compilation.diagnostics, in: compilation.sources, phrasebook: EnglishFindings())
    #expect(TextRenderer().render(report).isEmpty == compilation.diagnostics.isEmpty)
    #expect(compilation.diagnostics.hasErrors || !compilation.graphs.isEmpty)
  }

  private static let files =
    Checkout.files(in: "Configs") + Checkout.files(in: "Configs/mistakes")

  @Test(arguments: files)
  func everyByteDroppedOrChanged(path: String) throws {
    let bytes = try ConfigurationFiles.bytes(of: path)
    guard bytes.count < 2_000 else { return }
    for index in bytes.indices {
      var dropped = bytes
      dropped.remove(at: index)
      expectSound(ConfigurationFiles.compile(dropped, as: path))
      for byte in [
        UInt8(ascii: "["), UInt8(ascii: "-"), UInt8(ascii: ":"), 0x00, 0x80, UInt8(ascii: "9"),
      ] {
        var changed = bytes
        changed[index] = byte
        expectSound(ConfigurationFiles.compile(changed, as: path))
      }
    }
  }

  @Test(arguments: files)
  func everyLineDroppedOrDoubled(path: String) throws {
    let lines = String(decoding: try ConfigurationFiles.bytes(of: path), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count < 200 else { return }
    for index in lines.indices {
      var dropped = lines
      dropped.remove(at: index)
      var doubled = lines
      doubled.insert(lines[index], at: index)
      for text in [dropped, doubled] {
        expectSound(ConfigurationFiles.compile(Array(text.joined(separator: "\n").utf8), as: path))
      }
    }
  }

  /// Failures that fuzzing found stay fixed.
  @Test(arguments: Checkout.files(in: "Tests/FailCases"))
  func failCase(path: String) throws {
    expectSound(try ConfigurationFiles.compile(path))
  }
}
