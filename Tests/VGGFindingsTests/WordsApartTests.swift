import Testing
import VGGTestSupport

/// Findings contain values; only phrasebooks contain sentences.
@Suite struct WordsApartTests {
  private static let files = ["Findings", "Values", "Vocabulary"].flatMap {
    Checkout.files(in: "Sources/VGGFindings/\($0)")
  }

  /// A source without its comments, and without the explanation and the example next to a finding.
  private static func code(of path: String) throws -> String {
    try Checkout.text(path).split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { !$0.contains("static let explanation") }
      .filter { !$0.drop { $0 == " " }.hasPrefix("//") }
      .joined(separator: "\n")
  }

  @Test(arguments: files)
  func payloadsHoldNoSentences(path: String) throws {
    for literal in try Self.code(of: path).matches(of: /"[^"\n]*"/).map(\.output) {
      #expect(!literal.contains(/[A-Za-z`'] [A-Za-z`']/), "\(literal)")
    }
  }

  /// The stages that report findings contain no sentences for them, either.
  @Test func stagesMakeNoMessages() throws {
    for module in ["VGGSyntax", "VGGSpec", "VGGGraph", "VGGWeightFit", "VGGCompilation"] {
      for path in Checkout.files(in: "Sources/\(module)") {
        let code = try Self.code(of: path)
        for call in code.matches(of: /(?:Diagnostic|report)\([^{}]*?\bat:/) {
          #expect(!call.output.contains(/"[^"\n]*[a-z] [a-z][^"\n]*"/), "\(path): \(call.output)")
        }
      }
    }
  }

  @Test func sentencesAreNoticed() {
    #expect("\"a list\"".contains(/[A-Za-z`'] [A-Za-z`']/))
    #expect(!"\"{maxpool: 2, ceil: true}\"".contains(/[A-Za-z`'] [A-Za-z`']/))
  }
}
