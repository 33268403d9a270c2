import Testing
import VGGDiagnostics
import VGGFindings
import VGGTestSupport

/// One mistake causes one error.
@Suite struct CascadeTests {
  @Test func aMisspeltKeyIsNotAlsoMissing() {
    expectDiagnostics(
      "1️⃣feature: [64, M]\n",
      [ExpectedDiagnostic("1️⃣", .unknownKey, "unknown key `feature` in a configuration")],
      fixed: "features: [64, M]\n")
    expectDiagnostics(
      "input: {channels: 3, 1️⃣hight: 32, width: 32}\nfeatures: [64, M]\n",
      [ExpectedDiagnostic("1️⃣", .unknownKey, "unknown key `hight` in input")],
      fixed: "input: {channels: 3, height: 32, width: 32}\nfeatures: [64, M]\n")
    expectDiagnostics(
      "features: [64, M]\nclassifier:\n  - linear: {1️⃣outt: 10}\n",
      [ExpectedDiagnostic("1️⃣", .unknownKey, "unknown key `outt` in a linear layer")],
      fixed: "features: [64, M]\nclassifier:\n  - linear: {out: 10}\n")
  }

  /// The value of a key whose intended name is clear is read, so that no other errors follow.
  @Test(arguments: [
    (
      "1️⃣inputs: [3, 32, 32]\nfeatures: [8, M]\nclassifier: [linear: {in: 2048, out: 10}]\n", "input"
    ),
    ("1️⃣layers: [8, M]\nclassifier: {classes: 10}\n", "features"),
    ("1️⃣cfg: [8, M]\n", "features"),
    ("features: [8, M]\nclassifier: {1️⃣num_classes: 2}\nlabels: [a, b]\n", "classes"),
    ("features: [{conv: 8, 1️⃣kernel_size: 5}, {conv: 8, in: 8}, M]\n", "kernel"),
    ("1️⃣extend: A\n", "extends"),
    (
      "features: [8, M]\nclassifier: [linear: {1️⃣out_features: 10}, relu, linear: {in: 10, out: 2}]\n",
      "out"
    ),
  ])
  func anotherToolsKeyIsReadAsWhatItMeans(text: String, meant: String) throws {
    let marked = MarkedText(text)
    let key = try #require(text.firstMatch(of: /1️⃣(\w+)/)?.1)
    let found = compile(marked.text).diagnostics.filter { $0.severity == .error }
    #expect(found.map(\.message).count == 1, "\(found.map(\.message))")
    #expect(found.first?.message.hasPrefix("unknown key `\(key)` in ") == true)
    #expect(found.first?.fixIts.map(\.replacement) == [meant])
  }

  @Test func aMissingSpaceIsOneErrorAndItsValueIsKept() {
    expectDiagnostics(
      """
      input: 3x8x8
      features: [64, {1️⃣maxpool:2}]
      classifier:
        - 2️⃣linear:10

      """,
      [
        ExpectedDiagnostic(
          "1️⃣", .yamlSyntax, "missing space after the colon: `maxpool: 2`"),
        ExpectedDiagnostic(
          "2️⃣", .yamlSyntax, "missing space after the colon: `linear: 10`"),
      ],
      fixed: """
        input: 3x8x8
        features: [64, {maxpool: 2}]
        classifier:
          - linear: 10

        """)
    expectDiagnostics(
      "features: [64, M]\nclassifier: {hidden: [], 1️⃣classes:2}\nlabels: [a, b]\n",
      [
        ExpectedDiagnostic("1️⃣", .yamlSyntax, "missing space after the colon: `classes: 2`")
      ], fixed: "features: [64, M]\nclassifier: {hidden: [], classes: 2}\nlabels: [a, b]\n")
  }

  /// Lines that should be indented are one mistake, and are read as intended.
  @Test func keysBesideTheirSectionAreOneError() {
    let stray = ExpectedDiagnostic(
      "1️⃣", .unknownKey, "unknown key `hidden` in a configuration; it belongs under `classifier`")
    let compilation = expectDiagnostics(
      "input: 3x8x8\nfeatures: [8, M]\nclassifier:\n1️⃣hidden: []\nclasses: 2\nlabels: [a, b]\n",
      [stray],
      fixed:
        "input: 3x8x8\nfeatures: [8, M]\nclassifier: {hidden: [], classes: 2}\nlabels: [a, b]\n")
    #expect(compilation.diagnostics.first?.label == "indent it under `classifier:`")
    expectDiagnostics(
      "features: [8, M]\n1️⃣classes: 2\nlabels: [a, b]\n",
      [
        ExpectedDiagnostic(
          "1️⃣", .unknownKey,
          "unknown key `classes` in a configuration; it belongs under `classifier`")
      ], fixed: "features: [8, M]\nclassifier: {classes: 2}\nlabels: [a, b]\n")
  }

  @Test func modelsWithinAModelAreOneError() {
    expectDiagnostics(
      "models: {six: {1️⃣models: {a: [64]}}}\n",
      [
        ExpectedDiagnostic(
          "1️⃣", .conflictingKeys,
          "`models` is allowed only at the top level of a file, not in a model")
      ])
  }

  /// An error elsewhere does not hide exceeded limits, since all sizes are known.
  @Test func limitsAreHeldAgainstWhatIsKnown() {
    expectDiagnostics(
      """
      input: 3x8x8
      features: [64, M]
      classifier: {hidden: [], classes: 10}
      1️⃣foo: 1
      limits: {parameters: 2️⃣10, activations: 3️⃣1KB}
      """,
      [
        ExpectedDiagnostic("1️⃣", .unknownKey, "unknown key `foo` in a configuration"),
        ExpectedDiagnostic(
          "2️⃣", .limitExceeded, "`test` has 12,042 parameters, over the limit of 10"),
        ExpectedDiagnostic(
          "3️⃣", .limitExceeded, "`test` has 20,520 bytes of activations, over the limit of 1,000"),
      ])
  }

  /// If several names are equally near, none is guessed.
  @Test func aTieIsNoGuess() {
    let found = compile("extends: vgg17\n").diagnostics
    #expect(found.map(\.id) == [.unknownBase])
    #expect(found.flatMap(\.fixIts).isEmpty)
  }

  @Test(arguments: [
    (
      "batch_norm: 1️⃣'true'",
      "batch_norm must be true or false, but the quotes make it a string"
    ),
    ("name: 1️⃣\"\"", "name must be a string, but it is empty"),
    (
      "avgpool: 1️⃣true",
      "avgpool must be none, a size such as 7, or [height, width], not the Boolean true"
    ),
    ("labels:1️⃣", "labels must be a list of class names, or a file with them, not an empty value"),
    (
      "classifier: {dropout: 1️⃣\"0.5\"}",
      "dropout must be a number, but the quotes make it a string"
    ),
    (
      "preprocess: {resize: 1️⃣squash}",
      "resize must be a size such as 256, [height, width], or none, not the string \"squash\""
    ),
    (
      "preprocess: {resize: 1️⃣[224]}",
      "resize must be a size such as 256, [height, width], or none, but this list has 1 entry"
    ),
    (
      "preprocess: {resize: 1️⃣null}",
      "resize must be a size such as 256, [height, width], or none, not an empty value"
    ),
    (
      "preprocess: {resize: [224, 1️⃣0]}",
      "resize width must be between 1 and 1,048,576, not 0"
    ),
    (
      "preprocess: {interpolation: 1️⃣lanczos}",
      "`lanczos` is not an interpolation method; valid values: bilinear, bicubic, nearest"
    ),
    ("preprocess: {std: 1️⃣0}", "std must be between 0.000001 and 1,000,000, not 0"),
  ])
  func messagesSayWhatIsMeant(text: String, message: String) {
    let marked = MarkedText(text + "\nfeatures: [8, M]\n")
    let found = compile(marked.text).diagnostics.filter { $0.severity == .error }
    #expect(found.map(\.message) == [message])
    #expect(found.first?.range.start == marked.markers["1️⃣"])
    for fixIt in found.flatMap(\.fixIts) { #expect(fixIt.title == "remove the quotes") }
  }

  @Test func aKeyThatIsGivenAlreadyIsNotOfferedAgain() {
    expectDiagnostics(
      "features: [{conv: 8, kernel: 3, 1️⃣kernel_size: 3}, M]\n",
      [ExpectedDiagnostic("1️⃣", .unknownKey, "unknown key `kernel_size` in a convolution")])
  }

  /// The missing list may be the one under the unknown key.
  @Test func aListUnderAnUnknownKeyMayBeTheFeatures() {
    expectDiagnostics(
      "1️⃣structure: [8, M]\n",
      [ExpectedDiagnostic("1️⃣", .unknownKey, "unknown key `structure` in a configuration")])
  }

  /// Messages stay readable for any user text.
  @Test(arguments: [
    "features: [8, %]", "%: 1\nfeatures: [8]", "extends: %", "input: %\nfeatures: [8]",
  ])
  func longTextIsShortened(template: String) {
    let long = String(repeating: "abcdefghij", count: 100)
    let found = compile(template.replacing("%", with: long)).diagnostics
    #expect(found.contains { $0.severity == .error })
    for diagnostic in found where diagnostic.severity == .error {
      #expect(diagnostic.message.count < 200 && diagnostic.message.contains("abcdefghij…"))
    }
  }

  @Test func whatARefusedMergeKeyAddsIsNotMissing() {
    expectDiagnostics(
      """
      input: [3, 32, 32]
      classifier: {hidden: [], classes: 10}
      models:
        a: &a {features: [64, M]}
        b:
          1️⃣<<: *a
          batch_norm: true
      """,
      [
        ExpectedDiagnostic(
          "1️⃣", .mergeKey,
          "merge keys (`<<`) aren't part of YAML 1.2; to start from another configuration, use `extends:`"
        )
      ])
  }

  /// `./test.yaml` and `test.yaml` are the same file.
  @Test func aCycleIsFoundByAnyPath() {
    expectDiagnostics(
      "extends: 1️⃣./test.yaml\n",
      [
        ExpectedDiagnostic(
          "1️⃣", .extendsCycle, "circular `extends`: test.yaml -> test.yaml")
      ], files: ["test.yaml": "extends: ./test.yaml\n"])
  }

  @Test func aLongChainIsNotCalledACycle() {
    var files: [String: String] = [:]
    for number in 0..<40 { files["\(number).yaml"] = "extends: \(number + 1).yaml\n" }
    files["40.yaml"] = "features: [64, M]\n"
    let found = compile("extends: 0.yaml\n", files: files).diagnostics
    #expect(found.map(\.id) == [.extendsCycle])
    #expect(found.first?.message.contains("more than 32") == true)
  }

  /// A guess from one letter would be arbitrary.
  @Test(arguments: ["X", "Q", "1.5.2"])
  func nothingIsGuessedWhereNothingIsLike(entry: String) {
    let found = compile("features: [64, \(entry)]\n").diagnostics
    #expect(found.map(\.id) == [.unknownElement])
    #expect(found.flatMap(\.fixIts).isEmpty)
  }
}
