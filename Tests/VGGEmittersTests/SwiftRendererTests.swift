import Testing
import VGGDiagnostics

@testable import VGGEmitters

@Suite struct SwiftRendererTests {
  @Test(arguments: [
    (SwiftExpression.integer(999_999), "999999"),
    (.integer(138_357_544), "138_357_544"),
    (.integer(-1_000_000), "-1_000_000"),
    (.number(5e-4), "0.0005"),
    (.number(1e-7), "1e-07"),
    (.string("plain"), #""plain""#),
    (.string(#"a "b" \(c)"#), #""a \"b\" \\(c)""#),
    (.string("line\nbreak\u{0}"), #""line\u{a}break\u{0}""#),
    (.string("고양이"), #""고양이""#),
    (.array([.integer(1), .nil]), "[1, nil]"),
    (.call("f", SwiftArgument("a", .boolean(true))), "f(a: true)"),
    (.try(.call("f")), "try f()"),
    (.call(.member(nil, "package"), []), ".package()"),
    (.identifier("x").calling("relu"), "x.relu()"),
    (.closure(["a", "b"], .call("f", SwiftArgument(.identifier("a")))), "{ a, b in f(a) }"),
  ])
  func expression(_ expression: SwiftExpression, _ expected: String) {
    #expect(expression.text == expected)
  }

  @Test func longCallsAreBrokenFromTheOutsideIn() {
    let word = SwiftExpression.string(String(repeating: "w", count: 40))
    let call = SwiftExpression.call(
      "f", SwiftArgument("first", .array([word, word, word])), SwiftArgument("one", .array([word])),
      SwiftArgument(.identifier("last")))
    #expect(
      text(.constant("value", call)) == """
        let value = f(
          first: [
            \(word.text),
            \(word.text),
            \(word.text),
          ],
          one: [\(word.text)],
          last
        )

        """)
  }

  @Test func commentsAreWrapped() {
    let lines = text(.comment(String(repeating: "word ", count: 50))).split(separator: "\n")
    #expect(lines.count == 3)
    let lineLength = CodePrinter(to: TextSink { _ in }).lineLength
    #expect(lines.allSatisfy { $0.hasPrefix("// word") && $0.count <= lineLength })
  }

  /// A line break in a name cannot end a comment and begin code.
  @Test func commentsStayComments() {
    #expect(text(.comment("a\nimport b\u{2028}c")) == "// a\u{FFFD}import b\u{FFFD}c\n")
  }

  private func text(_ statement: SwiftStatement) -> String {
    SwiftRenderer.text(of: SwiftFile(statements: [statement]))
  }
}
