import Testing
import VGGSpec

@testable import VGGPlayground

/// The sizes at which the slider shows that a network works.
@Suite struct SizesTests {
  private func bands(_ text: String) throws -> [[Int]] {
    try Answer(try Page().post("/api/sizes", ["text": text])).list("bands").map { band in
      [
        band["from"] as? Int ?? 0, band["to"] as? Int ?? 0,
        (band["works"] as? Bool ?? false) ? 1 : 0,
      ]
    }
  }

  /// Five pooling layers leave nothing of an image smaller than 32.
  @Test(arguments: BuiltInConfiguration.paper.map(\.text))
  func fromTheSmallestOn(text: String) throws {
    #expect(try bands(text) == [[1, 31, 0], [32, 448, 1]])
  }

  /// Only some sizes have the stated FC input.
  @Test func statedInput() throws {
    let text = """
      name: a
      input: [3, 32, 32]
      features: [8, M, 8, M]
      classifier:
        - linear: {in: 512, out: 2}
      """
    #expect(try bands(text) == [[1, 31, 0], [32, 35, 1], [36, 128, 0]])
  }

  /// The slider sets the height; the width keeps its proportion.
  @Test func imagesThatAreNotSquare() throws {
    let text = "name: a\ninput: [3, 32, 128]\nfeatures: [8, M, M]\nclassifier: {classes: 2}\n"
    #expect(try bands(text) == [[1, 3, 0], [4, 128, 1]])
    #expect(try Page().compile(text, side: 16).text("size", "text") == "16 x 64")
  }

  @Test(arguments: ["", "name: a\n", "["])
  func noNetwork(text: String) throws {
    #expect(try bands(text).allSatisfy { $0[2] == 0 })
  }
}
