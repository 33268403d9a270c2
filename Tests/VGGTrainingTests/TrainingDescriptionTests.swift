import Foundation
import Testing
import VGGGraph
import VGGTestSupport
import VGGTraining

/// The description of a training run, and the message about a change.
@Suite struct TrainingDescriptionTests {
  private static let configuration = """
    name: one
    input: [3, 8, 8]
    features: [4, M, 8]
    classifier: {hidden: [6], dropout: 0.5, classes: 2}
    training: {rate: 0.05, batch: 4, epochs: 3, schedule: constant}
    """

  private func description(_ text: String) throws -> TrainingDescription {
    let graph = try VGGTestSupport.graph(text)
    return try TrainingDescription(
      graph, graph.training, conditions: ["the classes": "a, b"], instructionSet: .best)
  }

  @Test(arguments: [
    ("dropout: 0.5", "dropout: 0.1", "classifier.2.p: 0.5, 0.1"),
    ("[4, M, 8]", "[4, {avgpool: 2}, 8]", "features.2: maxpool, avgpool"),
    ("[4, M, 8]", "[4, M, 8, 8]", "features.5: flatten, conv3-8"),
    ("[4, M, 8]", "[4, M, conv1-8]", "features.3: conv3-8, conv1-8"),
    ("rate: 0.05", "rate: 0.1", "rate: 0.05, 0.1"),
    ("schedule: constant", "schedule: cosine", "schedule: constant, {cosine: 0.0}"),
    ("training:", "augment: {crop: {padding: 2}}\ntraining:", "augment.crop.padding: -, 2"),
    (
      "training:", "preprocess: {mean: [0.5, 0.5, 0.5]}\ntraining:",
      "preprocess.mean: [0.485, 0.456, 0.406], [0.5, 0.5, 0.5]"
    ),
    ("training:", "preprocess: {resize: 10}\ntraining:", "preprocess.resize: {cover: [9, 9]}, 10"),
    (
      "training:", "preprocess: {interpolation: nearest}\ntraining:",
      "preprocess.interpolation: bilinear, nearest"
    ),
  ])
  func differencesAreTold(written: String, changed: String, difference: String) throws {
    let before = try description(Self.configuration)
    let now = try description(Self.configuration.replacing(written, with: changed))
    let told = now.differences(from: before).map {
      "\($0.name): \($0.before ?? "-"), \($0.now ?? "-")"
    }
    #expect(told.contains(difference), "\(told)")
  }

  /// Names and the number of epochs are not part of the description.
  @Test(arguments: [("name: one", "name: other"), ("epochs: 3", "epochs: 30")])
  func theSameTraining(written: String, changed: String) throws {
    let before = try description(Self.configuration)
    let now = try description(Self.configuration.replacing(written, with: changed))
    #expect(now.differences(from: before).isEmpty)
  }

  /// A training run that an earlier version began can continue: that version wrote the default as a number, and no
  /// interpolation.
  @Test(arguments: [
    ("[3, 8, 8]", "9", []), ("[3, 8, 8]", "10", ["preprocess.resize: 10, {cover: [9, 9]}"]),
    ("[3, 8, 4]", "9", ["preprocess.resize: 9, {cover: [9, 5]}"]),
  ])
  func aTrainingOfAnEarlierVersion(input: String, resize: String, differences: [String]) throws {
    let now = try description(Self.configuration.replacing("[3, 8, 8]", with: input))
    func earlier(_ conditions: String) throws -> TrainingDescription {
      let text = String(decoding: try JSONEncoder().encode(now), as: UTF8.self)
        .replacing(#"\"cover\":[9,\#(input.hasSuffix("4]") ? 5 : 9)]"#, with: "*")
        .replacing(#"\"resize\":{*}"#, with: #"\"resize\":\#(resize)"#)
        .replacing(#"\"interpolation\":\"bilinear\","#, with: "")
        .replacing(#""a, b""#, with: #""\#(conditions)""#)
      #expect(!text.contains("cover") && !text.contains("interpolation"))
      return try JSONDecoder().decode(TrainingDescription.self, from: Data(text.utf8))
    }
    func told(_ earlier: TrainingDescription) -> [String] {
      now.differences(from: earlier).map { "\($0.name): \($0.before ?? "-"), \($0.now ?? "-")" }
    }
    #expect(try told(earlier("a, b")) == differences)
    // If something else differs, such as the pixels of photos of the input's size, both settings are reported.
    #expect(
      try told(earlier("a, c")).contains { $0.hasPrefix("preprocess.resize: \(resize), {cover") })
  }
}
