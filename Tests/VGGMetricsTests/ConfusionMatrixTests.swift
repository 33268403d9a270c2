import Testing
import VGGMetrics
import VGGTestSupport

@Suite struct ConfusionMatrixTests {
  /// Rows: cat 3 right, 1 as dog; dog 2 right, 2 as cat; owl has no photos, and was once the answer
  /// for a dog.
  static var animals: ConfusionMatrix {
    var matrix = ConfusionMatrix(classes: ["cat", "dog", "owl"])
    for (actual, answer, count) in [(0, 0, 3), (0, 1, 1), (1, 1, 2), (1, 0, 2), (1, 2, 1)] {
      for _ in 0..<count { matrix.add(actual: actual, answer: answer) }
    }
    return matrix
  }

  @Test func shares() {
    let matrix = Self.animals
    #expect(matrix.total == 9 && matrix.right == 5)
    #expect(matrix.accuracy == 5.0 / 9)
    #expect(matrix.precision(of: 0) == 3.0 / 5)
    #expect(matrix.precision(of: 2) == 0)
    #expect(matrix.recall(of: 1) == 2.0 / 5)
    #expect(matrix.recall(of: 2) == nil)
    #expect(matrix.row(1) == [2, 2, 1])
    #expect(ConfusionMatrix(classes: ["a"]).accuracy == nil)
    #expect(ConfusionMatrix(classes: ["a"]).precision(of: 0) == nil)
  }

  @Test func confusionsAreSorted() {
    let found = Self.animals.mostFrequentConfusions(2)
    #expect(found.map(\.count) == [2, 1])
    #expect(found.map(\.actual) == [1, 0])
  }

  @Test func csvQuotesNames() {
    var matrix = ConfusionMatrix(classes: ["a,b", "say \"hi\""])
    matrix.add(actual: 0, answer: 1)
    #expect(
      matrix.csv() == ",\"a,b\",\"say \"\"hi\"\"\"\r\n\"a,b\",0,1\r\n\"say \"\"hi\"\"\",0,0\r\n")
  }

  @Test func svg() throws {
    try expectGolden(Self.animals.svg(title: "animals & \"friends\""), "metrics/confusion.svg")
    let many = ConfusionMatrix(classes: (0..<200).map(String.init))
    #expect(!many.svg(title: "many").contains(">199<"))
  }
}
