import VGGGraph
import VGGTestSupport

extension ModelGraph {
  /// `count` images of random values from -1 to 1.
  func images(_ count: Int, seed: UInt64 = 1) -> [[Float]] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in random.floats(Shape.map(input).elementCount) }
  }
}
