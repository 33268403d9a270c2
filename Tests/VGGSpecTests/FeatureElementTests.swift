import Testing
import VGGDiagnostics
import VGGFindings
import VGGTestSupport

/// The meaning of each notation of a features entry, shown by the resulting layers.
@Suite struct FeatureElementTests {
  /// An entry, and its kinds, parameters and output on a 4 x 9 x 9 map.
  static let entries: [(String, [String], Int, String)] = [
    ("8", ["conv2d", "relu"], 8 * 36 + 8, "8x9x9"),
    ("conv3-8", ["conv2d", "relu"], 8 * 36 + 8, "8x9x9"),
    ("conv1-8", ["conv2d", "relu"], 8 * 4 + 8, "8x9x9"),
    ("conv5-8", ["conv2d", "relu"], 8 * 100 + 8, "8x9x9"),
    ("M", ["max_pool2d"], 0, "4x4x4"),
    ("'M'", ["max_pool2d"], 0, "4x4x4"),
    ("maxpool", ["max_pool2d"], 0, "4x4x4"),
    ("LRN", ["local_response_norm"], 0, "4x9x9"),
    ("{conv: 8}", ["conv2d", "relu"], 8 * 36 + 8, "8x9x9"),
    (
      "{conv: 8, in: 4, kernel: 5, stride: 2, padding: 0, bias: false}", ["conv2d", "relu"], 800,
      "8x3x3"
    ),
    ("{conv: 8, kernel: 4}", ["conv2d", "relu"], 8 * 64 + 8, "8x10x10"),
    ("{maxpool: 3}", ["max_pool2d"], 0, "4x3x3"),
    ("{maxpool: 3, stride: 2, padding: 1}", ["max_pool2d"], 0, "4x5x5"),
    ("{maxpool: 2, ceil: true}", ["max_pool2d"], 0, "4x5x5"),
    ("{avgpool: 2, stride: 2}", ["avg_pool2d"], 0, "4x4x4"),
    ("{avgpool: 3}", ["avg_pool2d"], 0, "4x3x3"),
    ("{lrn: 3, alpha: 1e-4, beta: 0.5, k: 1}", ["local_response_norm"], 0, "4x9x9"),
    ("{dropout: 0.3}", ["dropout"], 0, "4x9x9"),
  ]

  @Test(arguments: entries)
  func entry(text: String, kinds: [String], parameters: Int, output: String) throws {
    let compilation = compile(
      "input: [4, 9, 9]\nfeatures: [\(text)]\nclassifier: {hidden: [], classes: 2}\n")
    #expect(!compilation.diagnostics.hasErrors)
    let graph = try #require(compilation.graphs.first)
    let layers = graph.layers.prefix { $0.name.hasPrefix("features") }
    #expect(layers.map(\.kind.name) == kinds)
    #expect(layers.map(\.parameters).reduce(0, +) == parameters)
    #expect(layers.last?.output.description == output)
  }

  @Test func batchNormFollowsEveryConvolution() throws {
    let compilation = compile("features: [8, M, conv1-8, M]\nbatch_norm: true\n")
    let graph = try #require(compilation.graphs.first)
    #expect(
      graph.layers.filter { $0.name.hasPrefix("features") }.map { "\($0.name) \($0.kind.name)" }
        == [
          "features.0 conv2d", "features.1 batch_norm2d", "features.2 relu",
          "features.3 max_pool2d",
          "features.4 conv2d", "features.5 batch_norm2d", "features.6 relu",
          "features.7 max_pool2d",
        ])
  }

  @Test func everyWrongEntryIsReportedOnce() {
    expectDiagnostics(
      """
      features: [1️⃣X, 2️⃣m, 3️⃣"64", 4️⃣64.5, 5️⃣[64, M], {6️⃣kernel: 3}]
      """,
      [
        ExpectedDiagnostic("1️⃣", .unknownElement, "unknown entry `X` in `features`"),
        ExpectedDiagnostic("2️⃣", .unknownElement, "unknown entry `m` in `features`"),
        ExpectedDiagnostic(
          "3️⃣", .wrongType,
          "a convolution's output channels must be a number, but the quotes "
            + "make it a string"),
        ExpectedDiagnostic(
          "4️⃣", .wrongType,
          "a features entry must be a number of channels, M or LRN, not the number "
            + "64.5"),
        ExpectedDiagnostic(
          "5️⃣", .wrongType, "lists in `features` can't be nested; write the entries out"
        ),
        ExpectedDiagnostic(
          "6️⃣", .unknownElement,
          "this entry names no layer; one key must be conv, maxpool, avgpool, lrn, dropout, global, leaky_relu, elu"
        ),
      ], fixed: "features: [X, m, 64, 64.5, [64, M], {kernel: 3}]",
      offered: ["replace m with M"])
  }

  @Test func lettersOfOtherCodeBasesAreExplained() {
    expectDiagnostics(
      "features: [64, 1️⃣C, 128, 2️⃣A]",
      [
        ExpectedDiagnostic(
          "1️⃣", .unknownElement,
          "unknown entry `C`: in SSD's lists, it is max pooling that rounds its output size up"),
        ExpectedDiagnostic(
          "2️⃣", .unknownElement, "unknown entry `A`: in CIFAR variants, it is average pooling"),
      ],
      offered: [
        "replace C with {maxpool: 2, ceil: true}", "replace A with {avgpool: 2, stride: 2}",
      ])
  }

  /// The kernel comes first; a kernel of 64 for 3 channels is probably a mistake.
  @Test func swappedNotationIsNoticed() {
    expectDiagnostics(
      "features: [1️⃣conv64-3, conv11-96, M]",
      [
        ExpectedDiagnostic(
          "1️⃣", .unknownElement,
          "`conv64-3` would be a 64x64 convolution: the kernel comes first")
      ], offered: ["replace conv64-3 with conv3-64"])
  }

  static let outOfRange: [(String, String)] = [
    ("0", "a convolution's output channels must be between 1 and 16,777,216, not 0"),
    ("-64", "a convolution's output channels must be between 1 and 16,777,216, not -64"),
    (
      "99999999999999999999",
      "a convolution's output channels must be between 1 and 16,777,216, not 99999999999999999999"
    ),
  ]

  @Test(arguments: outOfRange)
  func channelsOutOfRange(text: String, message: String) {
    expectDiagnostics(
      "features: [1️⃣\(text), M]", [ExpectedDiagnostic("1️⃣", .valueOutOfRange, message)])
  }

  @Test func partsOutOfRange() {
    expectDiagnostics(
      """
      features:
        - {conv: 64, kernel: 1️⃣0}
        - {conv: 64, stride: 2️⃣2000}
        - {maxpool: 2, padding: 3️⃣2}
        - {dropout: 4️⃣1.5}
        - conv3-64
        - 5️⃣conv0-64
        - {conv: 64, 6️⃣maxpool: 2}
      """,
      [
        ExpectedDiagnostic("1️⃣", .valueOutOfRange, "kernel must be between 1 and 1,024, not 0"),
        ExpectedDiagnostic(
          "2️⃣", .valueOutOfRange, "stride must be between 1 and 1,024, not 2000"),
        ExpectedDiagnostic(
          "3️⃣", .valueOutOfRange,
          "a pooling layer's padding must be at most half its kernel, 1, not 2"),
        ExpectedDiagnostic("4️⃣", .valueOutOfRange, "dropout must be between 0 and 1, not 1.5"),
        ExpectedDiagnostic(
          "5️⃣", .valueOutOfRange,
          "a convolution's kernel must be between 1 and 1,024 and its channels between 1 and 16,777,216, not "
            + "conv0-64"),
        ExpectedDiagnostic(
          "6️⃣", .conflictingKeys,
          "`conv` and `maxpool` can't be in one entry; make `maxpool` a separate entry"),
      ])
  }

  @Test func elementsAreBounded() throws {
    let million = Array(repeating: "1", count: 1_000_001).joined(separator: ",")
    let compilation = compile("input: [1, 1, 1]\nfeatures: [\(million)]\n")
    #expect(compilation.diagnostics.count == 1)
    let diagnostic = try #require(compilation.diagnostics.first)
    #expect(diagnostic.id == .valueOutOfRange)
    #expect(diagnostic.message == "features has 1,000,001 entries; the limit is 1,000,000")
  }
}
