import Testing
import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGLessons
import VGGTestSupport

/// The requirements for the lesson, sentence by sentence.
@Suite struct ExplanationTests {
  @Test(arguments: [
    "floor((224 + 2*1 - 3)/1) + 1 = 224", "64 * (3*3*3) + 64 = 1,792", "512 * 7 * 7 = 25,088",
    "Conv2d(3, 64), then in_channels = 64, which conv1_2 takes",
    "512*(512*3*3) + 512*(512*3*3) = 4,718,592", "512*(512*5*5) = 6,553,600",
    "512*(512*3*3) + 512*(512*3*3) + 512*(512*3*3) = 7,077,888", "512*(512*7*7) = 12,845,056",
    "flattened = 512 * floor(H/32) * floor(W/32)", "from 224 to 255",
    "The smallest image that the feature layers can take is 32 x 32.", "37,694,248", "572,468,008",
    "131,072", "15.61 G", "404",
  ]) func configurationD(_ text: String) throws {
    let found = joined(try builtIn("D")).contains(text)
    #expect(found)
  }

  @Test(arguments: [
    "flattened = 256 * floor(H/8) * floor(W/8)", "256 * 4 * 4 = 4,096",
    "The smallest image that the feature layers can take is 8 x 8.", "1 + (3 - 1)*1 = 3",
    "conv1_1 to conv1_3 have more weights than one kernel would",
  ]) func customNetwork(_ text: String) throws {
    let custom = try graph(
      "input: [3, 32, 32]\nfeatures: [64, 64, 64, M, 128, 128, 128, M, 256, 256, 256, M]\n"
        + "classifier: {hidden: [4096, 4096], classes: 10}")
    let found = joined(custom).contains(text)
    #expect(found)
  }

  @Test func localResponseNormalizationNamesBothAlphas() throws {
    let lesson = joined(try builtIn("A-LRN"))
    expect(lesson, contains: "each square is multiplied by 0.0005/5 = 0.0001")
    expect(lesson, contains: "BVLC/caffe issue 1453")
    expect(joined(try builtIn("A")), lacks: "Krizhevsky")
  }

  @Test func adaptivePoolingKeepsTheInputOfTheClassifier() throws {
    let lesson = joined(try graph("extends: D\navgpool: [7, 7]"))
    expect(lesson, contains: "flattened = 512 * 7 * 7 = 25,088")
    expect(lesson, contains: "only the MACs change")
    expect(lesson, contains: "572,468,008")
  }

  /// The dense form has other tools' counts, and its window bounds the image.
  @Test func theDenseForm() throws {
    let dense = try graph("extends: D\ninput: [3, 384, 384]\nclassifier: {dense: 7}")
    let lesson = joined(dense)
    expect(
      lesson,
      contains: "The smallest square image that the network can take is 224 x 224. At 223 x 223")
    expect(lesson, contains: "a 7x7 window does not fit")
    expect(lesson, contains: "49,591,258,272")
    expect(lesson, contains: "written as convolutions")
    expect(joined(try builtIn("D")), lacks: "written as convolutions")
    let rectangular = joined(
      try graph(
        "input: [3, 64, 48]\nfeatures: [8, M, 16, M]\nclassifier: {dense: [5, 3], hidden: [8], classes: 4}"
      ))
    expect(rectangular, contains: "120 crops of 20 x 12, one per position")
    expect(rectangular, contains: "of 26 x 18 pixels, height x width.")
    expect(rectangular, contains: "The smallest square image that the network can take is 20 x 20.")
  }

  /// Only a classifier's outputs are called scores.
  @Test(arguments: [
    (
      "extends: D\nclassifier: none", "a feature map of 512x7x7, not scores for classes",
      "512x7x7 특성맵을 출력합니다"
    ),
    (
      "extends: A\nuntil: relu7", "4,096 values that describe it, not scores for classes",
      "나타내는 값 4,096개를 출력합니다"
    ),
    ("extends: A", "1,000 scores, one per class", "클래스별 점수 1,000개를 출력합니다"),
    (
      "features: [8, M]\nclassifier: [linear: 3, softmax]", "3 probabilities, one per class",
      "클래스별 확률 3개를 출력합니다"
    ),
  ]) func outputs(_ configuration: String, _ english: String, _ korean: String) throws {
    let graph = try graph(configuration)
    let lessons = Language.allCases.map { language in
      Explanation(.graph(graph), in: language).text(width: 80).split { $0 == " " || $0 == "\n" }
        .joined(separator: " ")
    }
    expect(lessons[0], contains: english)
    expect(lessons[1], contains: korean)
    let isClassifier = graph.outcome != .features
    #expect(lessons[0].contains("one per class") == isClassifier)
    #expect(lessons[1].contains("클래스별") == isClassifier)
  }

  @Test func aStoppedModelIsExplainedUpToTheStop() throws {
    let model = try #require(SampleModel.stopped.models().first)
    let lesson = Explanation(model).text(width: 80)
    let stop = try #require(lesson.range(of: "The error\n---------"))
    let lastLayer = try #require(lesson.range(of: "pool4"))
    #expect(lastLayer.lowerBound < stop.lowerBound)
    expect(lesson, contains: "doesn't fit the 2 x 1 feature map")
    expect(lesson, contains: "vggc explain map-too-small")
    expect(lesson, lacks: "Where the classifier's input comes from")
  }

  @Test func aLongNetworkIsCutAndSaysSo() throws {
    let elements = Array(repeating: "1", count: 1_000).joined(separator: ", ")
    let long = try graph(
      "input: [1, 8, 8]\nfeatures: [\(elements)]\nclassifier: {classes: 2}")
    let lesson = joined(long)
    expect(lesson, contains: "ends here, after 300 of \(grouped(long.layers.count)) layers")
    expect(lesson, contains: "conv1_150 ")
    expect(lesson, lacks: "conv1_151  ")
  }

  /// Expects `part` in `text`, without printing the whole lesson on failure.
  private func expect(
    _ text: String, contains part: String, at location: Testing.SourceLocation = #_sourceLocation
  ) {
    let found = text.contains(part)
    #expect(found, "no \"\(part)\"", sourceLocation: location)
  }

  private func expect(
    _ text: String, lacks part: String, at location: Testing.SourceLocation = #_sourceLocation
  ) {
    let found = text.contains(part)
    #expect(!found, "\"\(part)\" is there", sourceLocation: location)
  }

  /// The text with its line breaks as single spaces, so that wrapping does not hide a sentence.
  private func joined(_ graph: ModelGraph) -> String {
    Explanation(.graph(graph)).text(width: 80).split { $0 == " " || $0 == "\n" }
      .joined(separator: " ")
  }
}
