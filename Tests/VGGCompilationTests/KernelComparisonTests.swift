import Testing
import VGGCompilation
import VGGDiagnostics
import VGGGraph
import VGGSpec
import VGGTestSupport

@Suite struct KernelComparisonTests {
  private let pipeline = CompilerPipeline(reader: ConfigurationFinder.sourceReader { _ in })

  private func text(_ configuration: String, in language: Language = .english) throws -> String {
    let file = SourceFile(name: "test.yaml", text: configuration)
    let graph = try #require(pipeline.compileAll(file).graphs.first)
    return pipeline.compareKernels(of: graph, in: file).text(in: language, width: 100)
  }

  @Test(arguments: Language.allCases) func golden(_ language: Language) throws {
    try expectGolden(
      text("extends: B\nname: B", in: language), "built-in/kernels-\(language.rawValue).txt")
  }

  /// The figures: 27 compared with 49 times the channels squared.
  @Test func squaresOfTheChannels() throws {
    let text = try text("input: [3, 16, 16]\nfeatures: [10, 10]\nclassifier: {classes: 2}")
    for row in [
      "2 of 3x3      5x5    1,800      18", "1 of 5x5      5x5    2,500      25",
      "3 of 3x3      7x7    2,700      27", "1 of 7x7      7x7    4,900      49",
      "5 of 3x3    11x11    4,500      45", "1 of 11x11  11x11   12,100     121",
    ] {
      #expect(text.contains(row), "\(text)")
    }
  }

  /// A variant is the configuration that a user would write.
  @Test(arguments: [
    (
      KernelVariant.stacksAsOne, "64, 64, M, conv1-64, 128, 128, 128, LRN, 32",
      "{conv: 64, kernel: 5}, M, conv1-64, {conv: 128, kernel: 7}, LRN, 32"
    ),
    (.stacksAsOne, "{conv: 8, stride: 2}, 8, 8", "{conv: 8, stride: 2}, {conv: 8, kernel: 5}"),
    (.stacksAsOne, "{conv: 8, kernel: 5}, 8, M", "{conv: 8, kernel: 5}, 8, M"),
    (.stacksAsOne, "{conv: 8, bias: false}, 8", "{conv: 8, kernel: 5}"),
    (
      .kernel(7), "64, conv1-32, M, {conv: 8, padding: 0}",
      "{conv: 64, kernel: 7}, conv1-32, M, {conv: 8, padding: 0}"
    ),
  ]) func variants(_ variant: KernelVariant, _ features: String, _ changed: String) throws {
    func configuration(_ features: String) -> SourceFile {
      SourceFile(
        name: "test.yaml",
        text: "input: [3, 32, 32]\nfeatures: [\(features)]\nclassifier: {classes: 2}")
    }
    var varied = pipeline
    varied.kernels = variant
    let found = try #require(varied.compileAll(configuration(features)).graphs.first)
    let wanted = try #require(pipeline.compileAll(configuration(changed)).graphs.first)
    #expect(found.layers.map(\.kind) == wanted.layers.map(\.kind))
  }

  @Test func limitsAreOfTheNetworkItself() throws {
    let text = try text(
      "input: [3, 8, 8]\nfeatures: [8, 8]\nclassifier: {hidden: [], classes: 2}\nlimits: {parameters: 2000}"
    )
    #expect(text.contains("11x11 for each 3x3"))
  }

  @Test func aNetworkWithoutConvolutions() throws {
    let text = try text("input: [3, 8, 8]\nfeatures: [M]\nclassifier: {classes: 2}")
    #expect(text.contains("3 of 3x3"))
  }
}
