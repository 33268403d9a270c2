import Testing
import VGGDiagnostics
import VGGFindings
import VGGModelFiles
import VGGPhrasebooks
import VGGTestSupport

/// Parts of an ONNX model without a counterpart are reported at their node's line.
@Suite struct ONNXRefusalTests {
  /// The first obstacle in tensorflow.onnx after one text in it was replaced by another of the same
  /// length.
  private func obstacle(replacing old: String, by new: String) throws -> (String, Int) {
    var bytes = try ForeignModels.bytes("tensorflow.onnx")
    let range = try #require(bytes.firstRange(of: Array(old.utf8)))
    bytes.replaceSubrange(range, with: Array(new.utf8))
    return try withTemporaryFolder { folder in
      let file = try importFile(try folder.write(bytes, to: "net.onnx"), weights: nil)
      guard case .obstructed(let obstacles) = file.outcome, let first = obstacles.first else {
        Issue.record("\(file.outcome)")
        return ("", 0)
      }
      let line = file.source.location(at: first.range.start).line
      return (ForeignPart(first.value).words(in: EnglishFindings()).message, line)
    }
  }

  @Test func operators() throws {
    let found = try obstacle(replacing: "Softmax", by: "Hardmax")
    #expect(found == ("vggc has no `Hardmax`", 16))
  }

  @Test func values() throws {
    let found = try obstacle(replacing: "SAME_UPPER", by: "SAME_OTHER")
    #expect(found == ("`auto_pad` cannot be SAME_OTHER in vggc", 2))
  }

  /// A node that reads an earlier one's output is a branch.
  @Test func branches() throws {
    let found = try obstacle(
      replacing: "\u{0a}\u{01}f\u{12}\u{01}g", by: "\u{0a}\u{01}d\u{12}\u{01}g")
    #expect(
      found == (
        "the input of `g` is not the previous layer's output; vggc's networks are chains", 8
      ))
  }
}
