import Testing
import VGGDiagnostics

@testable import VGGSyntax

@Suite struct YAMLReferencesTests {
  @Test(arguments: [
    ("a: &x [1]\nb: *x\n", ["*x -> &x 3"]),
    ("a: &x 1\nb: &x 2\nc: [*x, *x]\n", ["*x -> &x 11", "*x -> &x 11"]),
    ("\u{FEFF}한: !!str &name 글\nb: *name # 🧠\n", ["*name -> &name 14"]),
    ("a: *none\n", []),
    // References up to the point where the text is no longer YAML.
    ("a: &x 1\nb: *x\nc: [", ["*x -> &x 3"]),
    ("", []),
  ])
  func aliases(text: String, expected: [String]) {
    var sources = SourceMap()
    let source = sources.add(SourceFile(name: "t", text: text))
    let found = references(in: source, of: sources).aliases.map {
      "\(sources.text(of: $0.alias)) -> \(sources.text(of: $0.anchor)) \($0.anchor.start)"
    }
    #expect(found == expected)
  }
}
