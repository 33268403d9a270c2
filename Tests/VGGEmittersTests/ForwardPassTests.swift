import Testing
import VGGTestSupport

@testable import VGGEmitters

/// The body of the emitted forward pass, line by line without indentation.
@Suite struct ForwardPassTests {
  @Test func aLineAConvolutionAndAParagraphABlock() throws {
    #expect(
      try body("features: [8, 8, M, 16, M]\nclassifier: {hidden: [32], dropout: 0, classes: 10}")
        == [
          "let map1_1 = conv1_1(image).relu()",
          "let map1_2 = conv1_2(map1_1).relu()",
          "let block1 = pool1(map1_2)",
          "",
          "let map2_1 = conv2_1(block1).relu()",
          "let block2 = pool2(map2_1)",
          "",
          "let features = flatten(block2)",
          "let hidden3 = fc3(features).relu()",
          "return fc4(hidden3)",
        ])
  }

  @Test func batchNormStandsAroundItsConvolution() throws {
    #expect(
      try body("batch_norm: true\nfeatures: [8, LRN]\nclassifier: [{linear: 10}, softmax]") == [
        "let map1_1 = bn1_1(conv1_1(image)).relu()",
        "let normalized1_1 = norm1_1(map1_1)",
        "let features = flatten(normalized1_1)",
        "return fc2(features).softmax()",
      ])
  }

  /// Even with layers in an unusual order, each value has one name.
  @Test func oddOrders() throws {
    #expect(
      try body(
        """
        features: [LRN, {dropout: 0.1}, M, M]
        classifier: [relu, relu, {linear: 4}, softmax, {linear: 4}, softmax, {dropout: 0.5}]
        """) == [
          "let normalized1_0 = norm1_0(image)",
          "// dropout1_0 (0.1) is active only in training.",
          "let block1 = pool1(normalized1_0)",
          "",
          "let block2 = pool2(block1)",
          "",
          "let features = flatten(block2).relu()",
          "let rectified3_0_2 = features.relu()",
          "let hidden3 = fc3(rectified3_0_2).softmax()",
          "let hidden4 = fc4(hidden3).softmax()",
          "// dropout4 (0.5) is active only in training.",
          "return hidden4",
        ])
  }

  private func body(_ configuration: String) throws -> [String] {
    let text = emitSwift([NamedNetwork(try graph("input: [3, 16, 16]\n\(configuration)"))], .test)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.contains("func callAsFunction") })
    return lines[(start + 1)...].prefix { $0 != "  }" }.map { $0.trimmingPrefix("    ") }.map(
      String.init)
  }
}
