import Testing
import VGGCompilation
import VGGDiagnostics
import VGGFindings
import VGGTestSupport

/// Typos: the message for each, and the fix.
@Suite struct SlipTests {
  private static let rest = "classifier: {hidden: [], classes: 10}\navgpool: 1\n"

  /// A list with one typo, the message, and the intended list.
  static let lists: [(text: String, message: String, meant: String)] = [
    ("[64, 128 M]", "a comma is missing between `128` and `M`", "[64, 128, M]"),
    ("[64, 512'M']", "a comma is missing between `512` and `'M'`", "[64, 512, 'M']"),
    ("[64, 'M'512]", "a comma is missing between `'M'` and `512`", "[64, 'M', 512]"),
    ("[64, 'M' 512]", "a comma is missing between `'M'` and `512`", "[64, 'M', 512]"),
    ("[64, M\n  128, M]", "a comma is missing between `M` and `128`", "[64, M,\n  128, M]"),
    ("[64\n  128, M]", "a comma is missing between `64` and `128`", "[64,\n  128, M]"),
    (
      "[64, {maxpool: 2} 128]", "a comma is missing between `{maxpool: 2}` and `128`",
      "[64, {maxpool: 2}, 128]"
    ),
    (
      "[64, {conv: 8 kernel: 5}]", "a comma is missing between `8` and `kernel`",
      "[64, {conv: 8, kernel: 5}]"
    ),
    ("(64, M)", "a list is written in square brackets, [ ], not in parentheses", "[64, M]"),
    (
      "('M', 64,\n  128)", "a list is written in square brackets, [ ], not in parentheses",
      "['M', 64,\n  128]"
    ),
    ("[64, M] // two", "a comment begins with `#`, not with `//`", "[64, M] # two"),
    ("[64, // one\n  M]", "a comment begins with `#`, not with `//`", "[64, # one\n  M]"),
    ("[64,// one\n  M]", "a comment begins with `#`, not with `//`", "[64, # one\n  M]"),
    ("[64, {conv= 8}]", "`conv` is followed by a colon and a space, not by `=`", "[64, {conv: 8}]"),
    (
      "[64, Ｍ]", "this looks like `M`, but contains U+FF2D FULLWIDTH LATIN CAPITAL LETTER M",
      "[64, M]"
    ),
    ("[64, М]", "this looks like `M`, but contains U+041C CYRILLIC CAPITAL LETTER EM", "[64, M]"),
    ("[64， M]", "this looks like `,`, but contains U+FF0C FULLWIDTH COMMA", "[64, M]"),
    ("[64,　M]", "this looks like a space, but contains U+3000 IDEOGRAPHIC SPACE", "[64, M]"),
    (
      "[６４, M]",
      "`６４` looks like `64`, but contains U+FF16 FULLWIDTH DIGIT SIX, U+FF14 FULLWIDTH DIGIT FOUR",
      "[64, M]"
    ),
    (
      "[64, “M”]",
      "`“M”` looks like `\"M\"`, but contains U+201C LEFT DOUBLE QUOTATION MARK, U+201D RIGHT DOUBLE QUOTATION MARK",
      "[64, \"M\"]"
    ),
    (
      "[64, ‘M’]",
      "`‘M’` looks like `'M'`, but contains U+2018 LEFT SINGLE QUOTATION MARK, U+2019 RIGHT SINGLE QUOTATION MARK",
      "[64, 'M']"
    ),
    (
      "［64, M]", "this looks like `[`, but contains U+FF3B FULLWIDTH LEFT SQUARE BRACKET", "[64, M]"
    ),
    (
      "[64, {conv： 8}]", "this looks like `:`, but contains U+FF1A FULLWIDTH COLON",
      "[64, {conv: 8}]"
    ),
    (
      "\n  - 64\n  ㅡ M", "this looks like `-`, but contains U+3161 HANGUL LETTER EU",
      "\n  - 64\n  - M"
    ),
    ("[64,\u{A0}6\u{200B}4, M]\u{A0}# a", "", "[64, 64, M] # a"),
  ]

  /// One error, and `--fix` writes the intended list.
  @Test(arguments: lists) func isRepaired(text: String, message: String, meant: String) throws {
    let file = SourceFile(name: "slip.yaml", text: "features: \(text)\n\(Self.rest)")
    let pipeline = CompilerPipeline(reader: ConfigurationFinder.sourceReader { _ in })
    let found = pipeline.compileAll(file).diagnostics.filter { $0.severity == .error }
    if !message.isEmpty { #expect(found.map(\.message) == [message]) }
    let fixed = try pipeline.fixed(file)
    #expect(fixed.file.text == "features: \(meant)\n\(Self.rest)")
    #expect(!fixed.compilation.diagnostics.hasErrors)
    let spec = try graph("features: \(meant)\n\(Self.rest)")
    #expect(
      fixed.compilation.graphs.first?.totals.parameters == spec.totals.parameters)
  }

  /// Two numbers with a space between them may be one number, so the comma is only offered.
  @Test func twoNumbersMayBeOne() {
    expectDiagnostics(
      "features: [1️⃣12 8, M]\n\(Self.rest)",
      [ExpectedDiagnostic("1️⃣", .yamlSyntax, "a comma is missing between `12` and `8`")],
      offered: ["insert a comma"])
  }

  /// Comments and names stay as written, whatever they contain.
  @Test(arguments: [
    (
      "features: [64, M, 128 M]\n# see [1] (block 2), path //host М\n#\"quoted\" “64”\n", "128 M",
      "128, M"
    ),
    ("# it's mine\nfeatures: [64, М, 128]\n# classes aren't final\n", "М", "M"),
    ("features: [64 M]\nclass_names:\n  - http //x\n  - 사과 // 배\n", "64 M", "64, M"),
    ("features: [64 M]\nlabels: [\n(unknown),\nb // c ]\n", "64 M", "64, M"),
  ])
  func othersTextsStay(text: String, slip: String, meant: String) throws {
    let pipeline = CompilerPipeline(reader: ConfigurationFinder.sourceReader { _ in })
    let fixed = try pipeline.fixed(SourceFile(name: "slip.yaml", text: text))
    #expect(
      fixed.file.text.replacing("labels:", with: "class_names:")
        == text.replacing(slip, with: meant).replacing("labels:", with: "class_names:"))
  }

  @Test func signsOfPrograms() {
    expectDiagnostics(
      """
      2️⃣features = [64, M]
      input: 1️⃣(3, 32, 32)
      classifier: {hidden: [], classes: 10}
      avgpool: 1

      """,
      [
        ExpectedDiagnostic(
          "2️⃣", .otherNotation, "`features` is followed by a colon and a space, not by `=`"),
        ExpectedDiagnostic(
          "1️⃣", .otherNotation, "a list is written in square brackets, [ ], not in parentheses"),
      ],
      fixed: """
        features: [64, M]
        input: [3, 32, 32]
        classifier: {hidden: [], classes: 10}
        avgpool: 1

        """)
  }

  /// Other errors are reported in the same run, at their locations.
  @Test func otherMistakesAreStillFound() {
    expectDiagnostics(
      """
      features: [64, 1️⃣Ｍ, 2️⃣X]
      classifier: {hidden: [], 3️⃣class: 10}

      """,
      [
        ExpectedDiagnostic(
          "1️⃣", .lookalike,
          "this looks like `M`, but contains U+FF2D FULLWIDTH LATIN CAPITAL LETTER M"),
        ExpectedDiagnostic("2️⃣", .unknownElement, "unknown entry `X` in `features`"),
        ExpectedDiagnostic("3️⃣", .unknownKey, "unknown key `class` in classifier"),
      ],
      fixed: "features: [64, M, X]\nclassifier: {hidden: [], class: 10}\n")
  }

  /// Names may be any text, even if there are other errors.
  @Test(arguments: [
    "name: Ｍ — “my” (net) // 1", "labels: [고양이， 개, (a b), red fox]",
    "labels:\n  - a b\n  - “c”\n  - (d)",
    "# Ｍ ， (a) = b\nname: a",
  ])
  func namesStay(text: String) {
    let found = compile("\(text)\nfeatures: [64, X, M]\n\(Self.rest)").diagnostics
    #expect(found.map(\.id).filter { $0 != .classesLabelsMismatch } == [.unknownElement])
  }

  /// A valid configuration stays valid, whatever its names look like.
  @Test func soundTextsAreNotSearched() {
    let found = compile("name: Ｍ // (a)\nfeatures: [64, M]\n\(Self.rest)").diagnostics
    #expect(found.isEmpty)
  }
}
