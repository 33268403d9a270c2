import Testing
import VGGDiagnostics
import VGGFindings
import VGGSpec
import VGGTestSupport

@Suite struct KeyTests {
  private static let rest = "features: [8, M]\nclassifier: {hidden: [], classes: 2}\n"

  @Test(arguments: [
    "[3, 32, 48]", "3x32x48", "{channels: 3, height: 32, width: 48}",
    "{width: 48, channels: 3, height: 32}",
  ])
  func inputForms(text: String) throws {
    let compilation = compile("input: \(text)\n" + Self.rest)
    #expect(!compilation.diagnostics.hasErrors)
    #expect(try #require(compilation.graphs.first).input.description == "3x32x48")
  }

  @Test func inputDefaultsToImageNet() throws {
    #expect(try #require(compile(Self.rest).graphs.first).input.description == "3x224x224")
  }

  static let wrongInputs: [(String, DiagnosticID, String)] = [
    (
      "1️⃣[3, 32]", .wrongType,
      "input must be [channels, height, width], such as [3, 224, 224], and this list has 2 entries"
    ),
    (
      "1️⃣3x32", .wrongType,
      "input must be [channels, height, width], such as [3, 224, 224], and this is the text \"3x32\""
    ),
    (
      "[3, 32, 1️⃣abc]", .wrongType,
      "input width must be a whole number, and this is the text \"abc\""
    ),
    ("[3, 1️⃣0, 32]", .valueOutOfRange, "input height must be from 1 to 1,048,576, and this is 0"),
    ("1️⃣{channels: 3}", .missingKey, "input lacks `height`, `width`"),
    (
      "1️⃣3x0x32", .valueOutOfRange,
      "an input has from 1 to 16,777,216 channels and sides of from 1 to 1,048,576 pixels, and this is 3x0x32"
    ),
    (
      "1️⃣[16777216, 1048576, 1048576]", .countOverflow,
      "an input of 16777216x1048576x1048576 has more values than 64 bits can count"
    ),
  ]

  @Test(arguments: wrongInputs)
  func wrongInput(text: String, id: DiagnosticID, message: String) {
    expectDiagnostics("input: \(text)\n" + Self.rest, [ExpectedDiagnostic("1️⃣", id, message)])
  }

  @Test func unknownKeysSuggestTheNearest() {
    expectDiagnostics(
      """
      1️⃣batchnorm: true
      2️⃣colour: red
      features: [8, M]
      classifier: {hidden: [], 3️⃣class: 2}
      preprocess: {4️⃣deviation: 1}

      """,
      [
        ExpectedDiagnostic("1️⃣", .unknownKey, "`batchnorm` is not a key of a configuration"),
        ExpectedDiagnostic("2️⃣", .unknownKey, "`colour` is not a key of a configuration"),
        ExpectedDiagnostic("3️⃣", .unknownKey, "`class` is not a key of classifier"),
        ExpectedDiagnostic("4️⃣", .unknownKey, "`deviation` is not a key of preprocess"),
      ],
      fixed: """
        batch_norm: true
        colour: red
        features: [8, M]
        classifier: {hidden: [], class: 2}
        preprocess: {std: 1}

        """)
  }

  @Test func classifierListIsCheckedEntryByEntry() {
    expectDiagnostics(
      """
      features: [8, M]
      classifier:
        - linear: {1️⃣outputs: 10, out: 10}
        - 2️⃣ReLU
        - dropout: 3️⃣half
        - 4️⃣linear
        - relu: 5️⃣true
        - {linear: 10, 6️⃣relu: null}

      """,
      [
        ExpectedDiagnostic("1️⃣", .unknownKey, "`outputs` is not a key of a linear layer"),
        ExpectedDiagnostic(
          "2️⃣", .unknownElement,
          "`ReLU` is not a classifier layer; they are linear, relu, leaky_relu, elu, prelu, gelu, silu, sigmoid, tanh, batch_norm, dropout, softmax"
        ),
        ExpectedDiagnostic(
          "3️⃣", .wrongType, "dropout must be a number, and this is the text \"half\""),
        ExpectedDiagnostic("4️⃣", .missingKey, "`linear` needs its number, such as `linear: 10`"),
        ExpectedDiagnostic("5️⃣", .wrongType, "`relu` takes no value; write `- relu`"),
        ExpectedDiagnostic(
          "6️⃣", .conflictingKeys,
          "this entry is already a `linear`; start `relu` with a dash of its own"),
      ],
      offered: ["replace ReLU with relu"])
  }

  @Test(arguments: [
    ("20M", false, 20_000_000), ("2G", false, 2_000_000_000), ("1.5k", false, 1_500),
    ("700", false, 700),
    ("1_000", false, 1_000), ("64MiB", true, 64 << 20), ("1 GiB", true, 1 << 30),
    ("5MB", true, 5_000_000),
    ("10", true, 10),
  ])
  func quantities(text: String, inBytes: Bool, value: Int) {
    #expect(Quantity(parsing: text, inBytes: inBytes)?.value == value)
  }

  @Test(arguments: [
    ("", false), ("M", false), ("20MiB", false), ("-1", false), ("20 apples", false),
    ("99999999T", false),
    ("1..5", true), ("64M", true),
  ])
  func notQuantities(text: String, inBytes: Bool) {
    #expect(Quantity(parsing: text, inBytes: inBytes) == nil)
  }

  @Test(arguments: [
    ("featuers", "features"), ("batchnorm", "batch_norm"), ("FEATURES", "features"),
    ("inptu", "input"),
  ])
  func nearest(name: String, expected: String) {
    #expect(nearestName(to: name, among: ModelKey.allCases.map(\.rawValue)) == expected)
  }

  @Test func nothingIsNearWhatIsUnlike() {
    #expect(nearestName(to: "optimizer", among: ModelKey.allCases.map(\.rawValue)) == nil)
    #expect(nearestName(to: String(repeating: "x", count: 100_000), among: ["features"]) == nil)
  }
}
