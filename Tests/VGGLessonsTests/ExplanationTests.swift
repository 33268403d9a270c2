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
