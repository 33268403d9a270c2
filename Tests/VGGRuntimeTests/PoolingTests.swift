import Testing
import VGGRuntime

@Suite struct PoolingTests {
  @Test func maxPool() throws {
    let golden = try Golden("max-pool")
    try golden.expect(MaxPool2d<3, 6, 8, 3, 4>(kernel: 2)(golden.map()))
  }

  @Test func maxPoolOfOddSize() throws {
    let golden = try Golden("max-pool-odd")
    try golden.expect(MaxPool2d<2, 7, 5, 3, 2>(kernel: 2, stride: 2)(golden.map()))
  }

  @Test func maxPoolOverlapping() throws {
    let golden = try Golden("max-pool-overlapping")
    try golden.expect(MaxPool2d<2, 7, 9, 3, 4>(kernel: 3, stride: 2)(golden.map()))
  }

  @Test func maxPoolPadded() throws {
    let golden = try Golden("max-pool-padded")
    try golden.expect(MaxPool2d<2, 8, 7, 4, 4>(kernel: 3, stride: 2, padding: 1)(golden.map()))
  }

  @Test func maxPoolRoundedUp() throws {
    let golden = try Golden("max-pool-ceil")
    try golden.expect(MaxPool2d<2, 6, 8, 3, 4>(kernel: 3, stride: 2, ceilMode: true)(golden.map()))
  }

  @Test func maxPoolRoundedUpOfOddSize() throws {
    let golden = try Golden("max-pool-ceil-odd")
    try golden.expect(MaxPool2d<2, 7, 5, 4, 3>(kernel: 2, ceilMode: true)(golden.map()))
  }

  @Test func maxPoolRoundedUpLeavesOutAWindowPastTheMap() throws {
    let golden = try Golden("max-pool-ceil-last-window")
    let pool = try MaxPool2d<2, 4, 7, 2, 3>(kernel: 2, stride: 3, padding: 1, ceilMode: true)
    try golden.expect(pool(golden.map()))
  }

  @Test func maxPoolRoundedUpLargerThanTheMap() throws {
    let golden = try Golden("max-pool-ceil-small")
    try golden.expect(MaxPool2d<2, 4, 6, 1, 2>(kernel: 5, stride: 2, ceilMode: true)(golden.map()))
  }

  @Test func maxPoolKeepsNaN() throws {
    let map = try FeatureMap<1, 2, 4>([1, .nan, 2, 3, 4, 5, 6, -.infinity])
    let pooled = try MaxPool2d<1, 2, 4, 1, 2>(kernel: 2)(map).values
    #expect(pooled[0].isNaN && pooled[1] == 6)
  }

  @Test func avgPool() throws {
    let golden = try Golden("avg-pool")
    try golden.expect(AvgPool2d<3, 7, 6, 3, 3>(kernel: 2)(golden.map()))
  }

  @Test func avgPoolOverlapping() throws {
    let golden = try Golden("avg-pool-overlapping")
    try golden.expect(AvgPool2d<2, 5, 4, 3, 2>(kernel: 3, stride: 1)(golden.map()))
  }

  @Test func maxPoolOfRectangles() throws {
    let golden = try Golden("max-pool-rectangle")
    let pool = try MaxPool2d<2, 5, 6, 3, 6>(
      kernel: Sides(height: 1, width: 3), stride: Sides(height: 2, width: 1),
      padding: Sides(height: 0, width: 1))
    try golden.expect(pool(golden.map()))
  }

  @Test func avgPoolOfRectangles() throws {
    let golden = try Golden("avg-pool-rectangle")
    let pool = try AvgPool2d<2, 6, 5, 3, 3>(
      kernel: Sides(height: 2, width: 3), stride: Sides(height: 2, width: 1))
    try golden.expect(pool(golden.map()))
  }

  @Test func avgPoolCountsPadding() throws {
    let golden = try Golden("avg-pool-padded")
    try golden.expect(AvgPool2d<2, 7, 8, 4, 4>(kernel: 3, stride: 2, padding: 1)(golden.map()))
  }

  @Test func avgPoolLeavesPaddingOut() throws {
    let golden = try Golden("avg-pool-padded-uncounted")
    let pool = try AvgPool2d<2, 7, 8, 4, 4>(
      kernel: 3, stride: 2, padding: 1, countsPadding: false)
    try golden.expect(pool(golden.map()))
  }

  /// The last windows reach past the padding; that part counts in no mean.
  @Test func avgPoolRoundedUp() throws {
    let golden = try Golden("avg-pool-ceil")
    let pool = try AvgPool2d<2, 6, 8, 4, 5>(kernel: 3, stride: 2, padding: 1, ceilMode: true)
    try golden.expect(pool(golden.map()))
  }

  @Test func avgPoolRoundedUpLeavesPaddingOut() throws {
    let golden = try Golden("avg-pool-ceil-uncounted")
    let pool = try AvgPool2d<2, 6, 8, 4, 5>(
      kernel: 3, stride: 2, padding: 1, ceilMode: true, countsPadding: false)
    try golden.expect(pool(golden.map()))
  }

  @Test func adaptiveAvgPoolWithEvenBins() throws {
    let golden = try Golden("adaptive-even")
    try golden.expect(AdaptiveAvgPool2d<2, 8, 6, 4, 2>()(golden.map()))
  }

  @Test func adaptiveAvgPoolWithUnevenBins() throws {
    let golden = try Golden("adaptive-uneven")
    try golden.expect(AdaptiveAvgPool2d<2, 7, 5, 3, 2>()(golden.map()))
  }

  @Test func adaptiveAvgPoolThatEnlarges() throws {
    let golden = try Golden("adaptive-enlarging")
    try golden.expect(AdaptiveAvgPool2d<2, 3, 2, 7, 7>()(golden.map()))
  }

  @Test func globalAvgPool() throws {
    let golden = try Golden("adaptive-global")
    try golden.expect(AdaptiveAvgPool2d<3, 5, 4, 1, 1>()(golden.map()))
  }
}
