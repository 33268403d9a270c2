import Testing
import VGGGraph
import VGGTestSupport

@testable import VGGLessons
@testable import VGGMarkup

/// The counting rules, compared with the output of the tools themselves for the same networks built
/// in PyTorch 2.13.
@Suite struct CountingRuleTests {
  struct Printed: Sendable, CustomTestStringConvertible {
    let network: String
    let configuration: String
    let fvcore: Int
    let thop: Int
    let ptflops: Int
    let torchinfo: Int
    let flopCounter: Int

    var testDescription: String { network }
  }

  static let printed = [
    Printed(
      network: "vgg16 without adaptive pooling", configuration: "extends: D",
      fvcore: 15_470_264_320, thop: 15_470_264_320, ptflops: 15_523_175_400,
      torchinfo: 15_483_821_032, flopCounter: 30_940_528_640),
    Printed(
      network: "torchvision's vgg16", configuration: "extends: D\navgpool: [7, 7]",
      fvcore: 15_470_289_408, thop: 15_470_314_496, ptflops: 15_523_225_576,
      torchinfo: 15_483_821_032, flopCounter: 30_940_528_640),
    Printed(
      network: "torchvision's vgg16_bn", configuration: "extends: vgg16_bn\navgpool: [7, 7]",
      fvcore: 15_497_384_448, thop: 15_524_504_576, ptflops: 15_550_320_616,
      torchinfo: 15_483_829_480, flopCounter: 30_940_528_640),
    Printed(
      network: "small", configuration: small, fvcore: 268_112_896, thop: 268_112_896,
      ptflops: 269_376_010, torchinfo: 268_457_482, flopCounter: 536_225_792),
    Printed(
      network: "every kind", configuration: everyKind, fvcore: 277_924, thop: 286_758,
      ptflops: 305_157, torchinfo: 271_824, flopCounter: 539_528),
    // Dense classifiers, written as nn.Conv2d before an nn.AdaptiveAvgPool2d(1).
    Printed(
      network: "dense vgg16",
      configuration: "extends: D\ninput: [3, 384, 384]\nclassifier: {dense: 7}",
      fvcore: 49_551_150_240, thop: 49_551_151_240, ptflops: 49_707_525_600,
      torchinfo: 49_591_258_272, flopCounter: 99_102_228_480),
    Printed(
      network: "small dense", configuration: smallDense, fvcore: 1_489_323, thop: 1_489_328,
      ptflops: 1_607_853, torchinfo: 1_513_239, flopCounter: 2_978_296),
  ]

  private static let smallDense = """
    input: [3, 37, 29]
    features: [16, M, 24, M]
    classifier: {dense: 3, hidden: [20], dropout: 0, classes: 5}
    """

  private static let small = """
    input: [3, 32, 32]
    features: [64, 64, 64, M, 128, 128, 128, M, 256, 256, 256, M]
    classifier: {hidden: [512], classes: 10}
    """

  private static let everyKind = """
    input: [3, 37, 29]
    batch_norm: true
    features:
      - {conv: 8, kernel: 5, stride: 2, padding: 1, bias: false}
      - LRN
      - {maxpool: 3, stride: 2, padding: 1, ceil: true}
      - conv1-12
      - {dropout: 0.25}
      - {avgpool: 2, stride: 1}
      - 16
      - M
    avgpool: [2, 3]
    classifier:
      - linear: 20
      - relu
      - dropout: 0.5
      - linear: {out: 5, bias: false}
      - softmax
    """

  @Test(arguments: printed) func eachToolsOwnFigure(_ printed: Printed) throws {
    let layers = try graph(printed.configuration).layers
    #expect(CountingRule.fvcore.total(over: layers) == printed.fvcore)
    #expect(CountingRule.thop.total(over: layers) == printed.thop)
    #expect(CountingRule.ptflops.total(over: layers) == printed.ptflops)
    #expect(CountingRule.torchinfo.total(over: layers) == printed.torchinfo)
    #expect(CountingRule.flopCounter.total(over: layers) == printed.flopCounter)
  }

  /// The table of thop's README, in G with two decimals; its networks have adaptive pooling.
  @Test(arguments: [
    ("vgg11", "7.74 G"), ("vgg11_bn", "7.77 G"), ("vgg13", "11.44 G"), ("vgg13_bn", "11.49 G"),
    ("vgg16", "15.61 G"), ("vgg16_bn", "15.66 G"), ("vgg19", "19.77 G"), ("vgg19_bn", "19.83 G"),
  ]) func thopsReadme(_ name: String, _ figure: String) throws {
    let layers = try graph("extends: \(name)\navgpool: [7, 7]").layers
    #expect(CountingRule.earlyThop.total(over: layers).map(abbreviated) == figure)
  }

  /// The GFLOPS on torchvision's pages.
  @Test(arguments: [
    ("vgg11", 7_609), ("vgg13", 11_308), ("vgg16", 15_470), ("vgg19_bn", 19_632),
  ]) func torchvisionsPages(_ name: String, _ millions: Int) throws {
    let total = try #require(CountingRule.torchvision.total(over: try builtIn(name).layers))
    #expect((total + 500_000) / 1_000_000 == millions)
  }

  /// The table of google-research/receptive_field has 30.71 billion FLOPs for vgg_16.
  @Test func theReceptiveFieldTable() throws {
    let total = CountingRule.receptiveField.total(over: try builtIn("D").layers)
    #expect(total.map(abbreviated) == "30.71 G")
  }

  @Test func aTotalThatDoesNotFitIsNone() {
    let rule = CountingRule(counter: .vggc) { _ in .max / 2 + 1 }
    #expect(rule.total(over: []) == 0)
    let layers = try? builtIn("A").layers
    #expect(layers.flatMap(rule.total(over:)) == nil)
  }
}
