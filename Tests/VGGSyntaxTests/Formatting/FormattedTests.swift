import Testing
import VGGCompilation
import VGGDiagnostics
import VGGFindings
import VGGSyntax
import VGGTestSupport

/// The style of `vggc fmt`, as examples of text before and after.
@Suite struct FormattedTests {
  /// A description, the text before and the text after; `nil` means that it stays the same.
  static let pictures: [(what: String, before: String, after: String?)] = [
    ("spaces", "name:   tiny\ninput: [ 3,32 ,32 ]\n", "name: tiny\ninput: [3, 32, 32]\n"),
    (
      "spaces in mappings", "a: { conv : 64,in: 3 }\nb: {  }\nc: [ ]\n",
      "a: {conv: 64, in: 3}\nb: {}\nc: []\n"
    ),
    ("line endings", "name: tiny  \r\ninput: 3x8x8\r\n", "name: tiny\ninput: 3x8x8\n"),
    ("a byte order mark", "\u{FEFF}name: tiny\n", "name: tiny\n"),
    ("no line break at the end", "name: tiny", "name: tiny\n"),
    ("nothing", "", ""),
    ("only comments", "# a\n\n\n# b", "# a\n\n# b\n"),
    (
      "empty lines", "\n\nname: tiny\n\n\n\ninput: 3x8x8\n\n\n", "name: tiny\n\ninput: 3x8x8\n"
    ),
    (
      "indentation", "classifier:\n      hidden: []\n      classes: 10\n",
      "classifier:\n  hidden: []\n  classes: 10\n"
    ),
    (
      "lists under their keys", "features:\n- 64\n-   M\n- {conv: 128}\n",
      "features:\n  - 64\n  - M\n  - {conv: 128}\n"
    ),
    (
      "lists in lists", "a:\n- - 1\n  - 2\n- k: 1\n  l: 2\n",
      "a:\n  - - 1\n    - 2\n  - k: 1\n    l: 2\n"
    ),
    (
      "a list that starts on a new line stays on several, stage by stage",
      "features: [\n64, 64, M, 128,\n  M]\n", "features: [\n  64, 64, M,\n  128, M,\n]\n"
    ),
    (
      "a list that starts on its key's line goes on one", "features: [64, 64, M,\n   128, M,\n ]\n",
      "features: [64, 64, M, 128, M]\n"
    ),
    (
      "models are lists of features", "models:\n  A: [\n    64, M, 128, M]\n",
      "models:\n  A: [\n    64, M,\n    128, M,\n  ]\n"
    ),
    (
      "other lists fill their lines", "labels: [\n  a, b,\n  M, c]\n",
      "labels: [\n  a, b, M, c,\n]\n"
    ),
    (
      "a mapping that starts on a new line", "training: {\n  rate: 0.1, batch: 8 }\n",
      "training: {\n  rate: 0.1,\n  batch: 8,\n}\n"
    ),
    (
      "quotes",
      "name: \"tiny\"\nlabels: ['cat', \"no\", '64', 'a: b', \"a\\nb\", 'it''s', \"고양이\"]\n",
      "name: tiny\nlabels: [cat, \"no\", '64', 'a: b', \"a\\nb\", 'it''s', 고양이]\n"
    ),
    (
      "text on several lines", "name: |-\n  tiny\na: >-\n  b\n  c\nd: |\n  e\nf: g\n  h\n",
      "name: tiny\na: b c\nd: \"e\\n\"\nf: g h\n"
    ),
    (
      "comments behind values",
      "name: tiny # a\ninput: 3x8x8    #b\nclassifier: # c\n  hidden: [] # d\n",
      "name: tiny  # a\ninput: 3x8x8  #b\nclassifier:  # c\n  hidden: []  # d\n"
    ),
    (
      "comments by themselves",
      "# a\nname: tiny\n   # b\nclassifier:\n  # c\n    hidden: []\n    # d\n# e\n",
      "# a\nname: tiny\n# b\nclassifier:\n  # c\n  hidden: []\n  # d\n# e\n"
    ),
    (
      "comments after a list that is not indented",
      "features:\n- 64\n# the head\nclassifier: {classes: 2}\n",
      "features:\n  - 64\n# the head\nclassifier: {classes: 2}\n"
    ),
    (
      "comments in brackets",
      "features: [64, M, # one\n 128, # two\n # three\n M # four\n # five\n ]\n",
      "features: [\n  64, M,  # one\n  128,  # two\n  # three\n  M,  # four\n  # five\n]\n"
    ),
    (
      "comments in braces", "a: { # one\n conv: 64, # two\n # three\n in: # four\n 3 }\n",
      "a: {  # one\n  conv: 64,  # two\n  # three\n  # four\n  in: 3,\n}\n"
    ),
    ("a comment before a value", "name: # a\n  tiny\n", "# a\nname: tiny\n"),
    ("a comment in a block's first line", "name: | # a\n  tiny\n", "name: \"tiny\\n\"  # a\n"),
    (
      "anchors, aliases and merge keys",
      "models:\n  a:   &base\n    features: &f [ 16, M ]\n  b:\n    <<: *base\n    features:   *f\n",
      "models:\n  a: &base\n    features: &f [16, M]\n  b:\n    <<: *base\n    features: *f\n"
    ),
    ("tags", "features: !!python/tuple [ 16, M]\n", "features: !!python/tuple [16, M]\n"),
    (
      "an anchored entry", "a:\n- &x # c\n  k: 1\n- &y 2\n- *x\n",
      "a:\n  - &x  # c\n    k: 1\n  - &y 2\n  - *x\n"
    ),
    ("an alias as a key", "a: &k b\n*k : 1\n", "a: &k b\n*k : 1\n"),
    (
      "a document's start", "# a\n%YAML 1.2\n--- # b\nname: tiny\n...\n# c\n",
      "# a\n%YAML 1.2\n---  # b\nname: tiny\n# c\n"
    ),
    ("no value", "name:\ninput: ~\navgpool: # none\n", "name:\ninput: ~\navgpool:  # none\n"),
    (
      "keys in brackets without a value", "a: {b, c: }\nd: [e: f]\n", "a: {b, c}\nd: [{e: f}]\n"
    ),
    ("a mapping in brackets", "{name: tiny,\n  input: 3x8x8}\n", "{name: tiny, input: 3x8x8}\n"),
    (
      "Korean", "# 설정\nname:  작은 모델   # 이름\n", "# 설정\nname: 작은 모델  # 이름\n"
    ),
  ]

  @Test(arguments: pictures)
  func picture(what: String, before: String, after: String?) throws {
    let file = SourceFile(name: "a.yaml", text: before)
    let text = try formatted(file)
    #expect(text == after ?? before)
    #expect(try formatted(SourceFile(name: "a.yaml", text: text)) == text)
  }

  @Test func aListThatIsTooLongIsBrokenAtItsPools() throws {
    let stages = Array(repeating: "512, 512, 512, M", count: 8)
    let text = try formatted(
      SourceFile(name: "a.yaml", text: "features: [\(stages.joined(separator: ", "))]\n"))
    #expect(text == "features: [\n" + stages.map { "  \($0),\n" }.joined() + "]\n")
  }

  @Test func linesAreFilledToTheWidth() throws {
    let labels = (0..<40).map { "label\($0)" }.joined(separator: ", ")
    let lines = try formatted(SourceFile(name: "a.yaml", text: "labels: [\(labels)]\n"))
      .split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines.allSatisfy { $0.count <= 120 })
    #expect(lines[1].count > 110)
  }

  /// Text that is not YAML, two documents, or keys that are not names.
  @Test(arguments: ["a: [1, 2", "a: b: c\n", "a: \u{0}\n", "a: 1\n---\nb: 2\n", "? [a, b]\n: c\n"])
  func whatIsNoYAMLStaysAsItIs(text: String) {
    #expect(throws: UnformattableText.self) {
      try formatted(SourceFile(name: "a.yaml", text: text))
    }
    do {
      _ = try formatted(SourceFile(name: "a.yaml", text: text))
    } catch {
      #expect(error.diagnostics.hasErrors)
    }
  }
}
