import Testing
import VGGFindings
import VGGGraph
import VGGSpec
import VGGTestSupport

/// Rectangles, dilation, groups and padding given as words, parsed and checked.
@Suite struct GeometryTests {
  private func errors(_ features: String, input: String = "[3, 16, 24]") -> [Diagnostic] {
    compile("input: \(input)\nfeatures: \(features)\nclassifier: {hidden: [], classes: 4}\n")
      .diagnostics.filter { $0.severity == .error }
  }

  private func convolution(_ entry: String) throws -> Conv2d {
    let graph = try graph(
      "input: [6, 32, 48]\nfeatures: [\(entry)]\nclassifier: {hidden: [], classes: 4}\n")
    return try #require(graph.layers.first?.kind.convolution)
  }

  /// The numbers that the words and the defaults mean.
  @Test(arguments: [
    ("{conv: 8, padding: same}", "{conv: 8, padding: 1}"),
    ("{conv: 8, padding: valid}", "{conv: 8, padding: 0}"),
    ("{conv: 8, kernel: [1, 5], padding: SAME}", "{conv: 8, kernel: [1, 5], padding: [0, 2]}"),
    ("{conv: 8, dilation: 3, padding: same}", "{conv: 8, dilation: 3, padding: 3}"),
    (
      "{conv: 8, kernel: [3, 5], dilation: [4, 1]}",
      "{conv: 8, kernel: [3, 5], dilation: [4, 1], padding: [4, 2]}"
    ),
    (
      "{conv: 8, kernel: 2, dilation: 2, padding: same}",
      "{conv: 8, kernel: [2, 2], dilation: [2, 2], padding: 1}"
    ),
    ("{conv: 12, groups: depthwise}", "{conv: 12, groups: 6}"),
    ("{conv: 8, stride: [2, 2], groups: 1}", "{conv: 8, stride: 2}"),
  ])
  func wordsAndDefaults(_ entry: String, _ spelled: String) throws {
    #expect(try convolution(entry) == convolution(spelled))
  }

  @Test func aConvolutionInGroupsHasThatManyFewerWeights() throws {
    let grouped = try convolution("{conv: 8, kernel: [3, 5], groups: 2}")
    #expect(grouped.tensors.first?.shape == [8, 3, 3, 5])
    #expect(grouped.parameterCount == 8 * 3 * 15 + 8)
    #expect(grouped.parameterTerms == "8 * (6/2*3*5) + 8")
  }

  @Test(arguments: [
    (
      "[64, {conv: 128, groups: 3}]",
      "64 input channels and 128 output channels can't be divided into 3 groups",
      "1, 2, 4, 8, 16, 32, 64 divide both 64 and 128"
    ),
    (
      "[64, {conv: 6, groups: 4}]", "6 output channels can't be divided into 4 groups",
      "1, 2 divide both 64 and 6"
    ),
    (
      "[64, {conv: 64, groups: 48}]",
      "64 input channels and 64 output channels can't be divided into 48 groups",
      "1, 2, 4, 8, 16, 32, 64 divide 64"
    ),
    (
      "[{conv: 4, groups: 2}]", "3 input channels can't be divided into 2 groups",
      "only 1 divides both 3 and 4"
    ),
    (
      "[64, {conv: 96, groups: depthwise}]",
      "a depthwise convolution has one group per input channel, but 96 output channels can't be divided into 64 groups",
      "the nearest number of output channels that works is 128"
    ),
  ])
  func groupsThatDoNotDivide(_ features: String, _ message: String, _ note: String) throws {
    let found = errors(features)
    #expect(found.map(\.id) == [.unevenGroups])
    #expect(found.first?.message == message)
    #expect(found.first?.notes.last?.message == note)
  }

  @Test(arguments: [
    (
      "{conv: 8, kernel: 4, padding: same}",
      "`padding: same` needs an odd kernel, but this one is 4x4"
    ),
    (
      "{conv: 8, kernel: [3, 2], padding: same}",
      "`padding: same` needs an odd kernel, but this one is 3x2"
    ),
    (
      "{conv: 8, kernel: 4, dilation: 3, padding: same}",
      "`padding: same` needs an odd kernel, but this one spans 10x10 with its dilation"
    ),
    ("{conv: 8, stride: 2, padding: same}", "`padding: same` requires stride 1, not 2"),
    (
      "{conv: 8, stride: [1, 2], padding: same}",
      "`padding: same` requires stride 1, not 1x2"
    ),
  ])
  func samePaddingThatIsNone(_ entry: String, _ message: String) {
    let found = errors("[\(entry)]")
    #expect(found.map(\.id) == [.samePadding])
    #expect(found.first?.message == message)
  }

  /// The message has the dilated kernel's span, along the axis on which it does not fit.
  @Test func aDilatedWindowLargerThanTheMap() throws {
    let found = try #require(
      errors("[8, {conv: 8, kernel: [3, 5], dilation: [1, 9], padding: 0}]").first)
    #expect(found.id == .mapTooSmall)
    #expect(
      found.message == "3x5 convolution with dilation 1x9 doesn't fit the 16 x 24 feature map")
    #expect(found.label == "24 + 2*0 = 24, smaller than the dilated kernel's (5 - 1)*9 + 1 = 37")
    #expect(found.notes.last?.message == "the smallest square input that works is 37 x 37")
  }

  @Test(arguments: [
    "{conv: 8, kernel: [3]}", "{conv: 8, kernel: [3, 3, 3]}", "{conv: 8, stride: {a: 1}}",
    "{conv: 8, groups: deepwise}", "{conv: 8, groups: [1, 2]}", "{maxpool: [2, x]}",
    "{avgpool: 3, padding: same}",
  ])
  func valuesOfAnotherKind(_ entry: String) {
    #expect(errors("[\(entry)]").map(\.id) == [.wrongType])
  }

  @Test(arguments: [
    "{conv: 8, dilation: 0}", "{conv: 8, dilation: [1, 2000]}", "{conv: 8, groups: 0}",
    "{maxpool: [2, 4], padding: [1, 3]}", "{avgpool: [1, 4], padding: 1}", "{maxpool: [0, 2]}",
  ])
  func valuesOutOfRange(_ entry: String) {
    #expect(errors("[\(entry)]").map(\.id) == [.valueOutOfRange])
  }

  /// Rows and columns have separate receptive fields.
  @Test func theReceptiveFieldHasTwoSides() throws {
    let graph = try graph(
      "input: [1, 32, 64]\nfeatures: [8, {maxpool: [2, 1]}, {conv: 8, kernel: [3, 5], dilation: [1, 2]}]\n"
        + "classifier: {hidden: [], classes: 2}\n")
    let field = try #require(graph.layers.last { $0.kind.window != nil }?.receptiveField)
    // Rows: 1 + 2 + 1 + 2*2; columns: 1 + 2 + 0 + 4*2.
    #expect(field.size == Sides(height: 8, width: 11))
    #expect(field.jump == Sides(height: 2, width: 1))
    #expect(field.padding == Sides(height: 3, width: 5))
  }

  /// The square images with this number of values in the map, for chains whose rows and columns differ, found
  /// by trying each size.
  @Test(arguments: 0..<60) func squareImagesByTheirMap(_ seed: UInt64) throws {
    let graph = try graph(
      RandomNetwork(seed: seed, channels: 3...3, sides: 61...61).configuration)
    let windows = graph.windows
    let counts = (1...300).map { side in
      windows.output(of: PlaneSize(height: side, width: side)).map { $0.height * $0.width }
    }
    let own = try #require(counts[60])
    let range = try #require(windows.squareInputs(forElements: own))
    #expect(range.lowerBound == (counts.firstIndex(of: own) ?? -2) + 1)
    if range.upperBound < 300 {
      #expect(range.upperBound == (counts.lastIndex(of: own) ?? -2) + 1)
    }
    #expect(windows.smallestSquareInput() == (counts.firstIndex { $0 != nil } ?? -2) + 1)
  }
}
