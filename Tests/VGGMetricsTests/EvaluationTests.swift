import Foundation
import Testing
import VGGDiagnostics
import VGGTestSupport

@testable import VGGMetrics

@Suite struct EvaluationTests {
  private static let classes = ["cat", "dog", "owl", "fox", "hen", "eel", "bee"]

  static var sample: Evaluation {
    var evaluation = Evaluation(classes: classes, mostMistakes: 2)
    let photos: [(String, Int, [Int], Float)] = [
      ("a.jpg", 0, [0, 1, 2, 3, 4], 0.9), ("b.jpg", 0, [1, 0, 2, 3, 4], 0.5),
      ("c.jpg", 1, [2, 3, 4, 5, 6], 0.75), ("d.jpg", 2, [2, 1, 0, 3, 4], 0.99),
      ("e.jpg", 6, [0, 1, 2, 3, 4], 0.75), ("f.jpg", 3, [4, 3, 0, 1, 2], 0.25),
    ]
    for (file, actual, top, probability) in photos {
      evaluation.add(file: file, actual: actual, top: top, probability: probability)
    }
    return evaluation
  }

  @Test func sharesAndMistakes() {
    let evaluation = Self.sample
    #expect(evaluation.accuracy == 2.0 / 6)
    #expect(evaluation.topFive == 4.0 / 6)
    // Of two mistakes with equal confidence, the first.
    #expect(evaluation.mistakes.map(\.file) == ["c.jpg", "e.jpg"])
    #expect(Evaluation(classes: ["a", "b"]).topFive == nil)
  }

  @Test func text() throws {
    try expectGolden(Self.sample.text(width: 100, style: .plain), "metrics/evaluation.txt")
    try expectGolden(
      Self.sample.text(width: 40, style: .plain), "metrics/evaluation-narrow.txt")
  }

  @Test func json() throws {
    let text = try Self.sample.json(unreadable: [("x.jpg", "the file is empty")])
    try expectGolden(text, "metrics/evaluation.json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(object["accuracy"] as? Double == 2.0 / 6)
    #expect((object["classes"] as? [[String: Any]])?.map { $0["name"] as? String } == Self.classes)
    // No photo was classified as an eel.
    #expect((object["classes"] as? [[String: Any]])?[5]["precision"] is NSNull)
  }

  @Test(arguments: [(0.98611, "98.61%"), (1, "100.00%"), (0, "0.00%"), (nil, "-")])
  func percents(share: Double?, text: String) {
    #expect(percent(share) == text)
  }
}
