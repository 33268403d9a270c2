import Testing
import VGGFindings
import VGGGraph
import VGGSpec
import VGGTestSupport

/// Activations, batch normalisation and global pooling as entries and as parts of other entries.
@Suite struct ActivationTests {
  private static let rest = "classifier: {hidden: [], classes: 10}\n"

  /// A configuration's features and the resulting layers.
  static let networks: [(String, [String])] = [
    ("features: [leaky_relu, M]", ["leaky_relu", "max_pool2d"]),
    ("features: [{leaky_relu: 0.2}, {elu: 3}]", ["leaky_relu", "elu"]),
    ("features: [8, batch_norm, M]", ["conv2d", "relu", "batch_norm2d", "max_pool2d"]),
    ("activation: none\nfeatures: [8, relu]", ["conv2d", "relu"]),
    (
      "activation: silu\nfeatures: [8, {conv: 8, activation: gelu}]",
      ["conv2d", "silu", "conv2d", "gelu"]
    ),
    ("features: [{conv: 8, activation: none}, tanh]", ["conv2d", "tanh"]),
    // A convolution that states its activation may have a second one.
    ("features: [{conv: 8, activation: relu}, prelu]", ["conv2d", "relu", "prelu"]),
    ("features: [8, {dropout: 0.1}, sigmoid]", ["conv2d", "relu", "dropout", "sigmoid"]),
    (
      "batch_norm: true\nfeatures: [8, {conv: 8, batch_norm: false}]",
      ["conv2d", "batch_norm2d", "relu", "conv2d", "relu"]
    ),
    (
      "features: [{conv: 8, batch_norm: true}, 8]",
      ["conv2d", "batch_norm2d", "relu", "conv2d", "relu"]
    ),
    (
      "features: [8, {global: max}, {global: average}]",
      ["conv2d", "relu", "global_max_pool", "global_average_pool"]
    ),
  ]

  @Test(arguments: networks) func becomes(_ text: String, _ kinds: [String]) throws {
    let graph = try graph("input: [3, 9, 9]\n\(text)\n\(Self.rest)")
    let features = graph.layers.prefix { !$0.kind.isFlatten }
    #expect(features.map(\.kind.name) == kinds)
    #expect(features.map(\.name) == kinds.indices.map { "features.\($0)" })
  }

  @Test func theClassifierFollowsTheModel() throws {
    let short = try graph(
      "features: [8]\nactivation: {elu: 0.5}\nclassifier: {hidden: [4], dropout: 0, classes: 2}")
    let none = try graph(
      "features: [8]\nactivation: none\nclassifier: {hidden: [4], dropout: 0, classes: 2}")
    #expect(short.layers.suffix(3).map(\.kind.notation) == ["FC-4", "ELU-0.5", "FC-2"])
    #expect(none.layers.suffix(2).map(\.kind.notation) == ["FC-4", "FC-2"])
  }

  @Test func theNumbersArePyTorchs() throws {
    let graph = try graph(
      "input: [3, 8, 8]\nfeatures: [4, batch_norm, {conv: 5, activation: prelu}, {global: max}]\n"
        + "classifier: [linear: 6, batch_norm, prelu]")
    let tensors = graph.stateTensors.map { "\($0.name) \($0.shape)" }
    let norm = ["weight", "bias", "running_mean", "running_var"]
    #expect(
      tensors
        == ["features.0.weight [4, 3, 3, 3]", "features.0.bias [4]"]
        + norm.map { "features.2.\($0) [4]" }
        + ["features.3.weight [5, 4, 3, 3]", "features.3.bias [5]", "features.4.weight [1]"]
        + ["classifier.0.weight [6, 5]", "classifier.0.bias [6]"]
        + norm.map { "classifier.1.\($0) [6]" } + ["classifier.2.weight [1]"])
    #expect(graph.totals.parameters == 112 + 8 + 185 + 1 + 36 + 12 + 1)
    #expect(graph.totals.flattened == 5)
  }

  @Test func aSecondActivationIsAsked() {
    expectDiagnostics(
      "features: [64, 1️⃣relu, M, {conv: 8, kernel: 5}, 2️⃣tanh, conv1-4, batch_norm, relu]\n"
        + Self.rest,
      [
        ExpectedDiagnostic(
          "1️⃣", .repeatedActivation, "`relu` follows a convolution that already has `relu`"),
        ExpectedDiagnostic(
          "2️⃣", .repeatedActivation,
          "`tanh` follows a convolution that already has an activation, `relu`"),
      ],
      fixed:
        "features: [64, M, {conv: 8, kernel: 5}, tanh, conv1-4, batch_norm, relu]\n" + Self.rest,
      offered: [
        "replace 64 with {conv: 64, activation: none}", "remove tanh",
        "replace {conv: 8, kernel: 5} with {conv: 8, kernel: 5, activation: none}",
      ])
  }

  @Test func whatIsWrongIsNamed() {
    expectDiagnostics(
      """
      activation: 1️⃣rleu
      features: [{conv: 8, activation: 2️⃣{relu: 1}}, {leaky_relu: 3️⃣2}, {global: 4️⃣avg}, 5️⃣LeakyReLU]
      classifier: {hidden: [], classes: 10}

      """,
      [
        ExpectedDiagnostic(
          "1️⃣", .unknownElement,
          "`rleu` is not an activation; valid values: none, relu, leaky_relu, elu, prelu, gelu, silu, sigmoid, tanh"
        ),
        ExpectedDiagnostic("?", .wrongType, "`relu` takes no value; write `- relu`"),
        ExpectedDiagnostic(
          "3️⃣", .valueOutOfRange, "leaky_relu must be between 0 and 1, not 2"),
        ExpectedDiagnostic(
          "4️⃣", .unknownElement, "`avg` is not a kind of global pooling; valid values: max, average"),
        ExpectedDiagnostic("5️⃣", .unknownElement, "unknown entry `LeakyReLU` in `features`"),
      ],
      offered: [
        "replace rleu with relu", "replace avg with average", "replace LeakyReLU with leaky_relu",
      ])
  }

  @Test func normsComeAfterLinearLayers() {
    expectDiagnostics(
      "features: [8, M]\nclassifier: [1️⃣batch_norm, linear: 4, batch_norm]\n",
      [
        ExpectedDiagnostic(
          "1️⃣", .normBeforeLinear,
          "`batch_norm` in a classifier must follow a linear layer, not the flattened map of 8x112x112"
        )
      ])
  }

  @Test func boundedScoresAreWarnedOf() {
    expectDiagnostics(
      "features: [8, M]\nclassifier: [linear: 4, 1️⃣sigmoid, softmax]\navgpool: 1\n",
      [
        ExpectedDiagnostic(
          "1️⃣", .squashedScores,
          "softmax needs unbounded scores, but sigmoid bounds them")
      ])
    expectDiagnostics(
      "features: [8, M]\nclassifier: [linear: 4, 1️⃣tanh]\navgpool: 1\ntraining: {epochs: 3}\n",
      [
        ExpectedDiagnostic(
          "1️⃣", .squashedScores,
          "training applies softmax to the outputs, but tanh bounds them")
      ])
    expectDiagnostics("features: [8, M]\nclassifier: [linear: 4, sigmoid]\navgpool: 1\n", [])
  }

  /// A window after a global pooling layer has only one value to work on, for any image.
  @Test func nothingFitsAfterAGlobalPooling() {
    expectDiagnostics(
      "features: [8, {global: max}, 1️⃣M]\n\(Self.rest)",
      [
        ExpectedDiagnostic(
          "1️⃣", .mapTooSmall, "2x2 max pooling doesn't fit the 1 x 1 feature map")
      ])
  }
}
