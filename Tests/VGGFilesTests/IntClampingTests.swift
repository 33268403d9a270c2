import Testing
import VGGFiles

/// Every number can be converted to an integer.
@Suite struct IntClampingTests {
  @Test(
    arguments: [
      (0, 0), (2.9, 2), (-2.9, -2), (1e18, 1_000_000_000_000_000_000), (1e300, Int.max),
      (-1e300, Int.min), (.infinity, Int.max), (-.infinity, Int.min), (.nan, 0), (-.nan, 0),
      (-9_223_372_036_854_775_808, Int.min),
    ] as [(Double, Int)])
  func clamping(value: Double, whole: Int) {
    #expect(Int(clamping: value) == whole)
  }
}
