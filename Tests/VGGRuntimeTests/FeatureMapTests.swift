import Testing

@testable import VGGRuntime

@Suite struct FeatureMapTests {
  @Test func relu() throws {
    let golden = try Golden("relu")
    let map: FeatureMap<2, 3, 5> = try golden.map()
    try golden.expect(map.relu())
  }

  @Test func reluKeepsNaN() throws {
    let vector = try FeatureVector<3>([-1, .nan, .infinity]).relu()
    #expect(vector.values[0] == 0 && vector.values[1].isNaN && vector.values[2] == .infinity)
  }

  @Test func changesInPlaceWhatNothingElseHolds() throws {
    let map = FeatureMap<1, 2, 2> { $0.update(repeating: -1, count: 4) }
    let address = map.values.address
    let norm = try BatchNorm2d<1, 2, 2>("features.1", from: SeededInitializer(seed: 0))
    let flat = try Flatten<1, 2, 2, 4>()(norm((consume map).relu())).relu()
    #expect(flat.values.address == address)
    #expect(flat.values == [0, 0, 0, 0])
  }

  @Test func leavesACopyAsItWas() throws {
    let map = try FeatureMap<1, 2, 2>([-1, 2, -3, 4])
    let copy = map
    #expect(map.relu().values == [0, 2, 0, 4])
    #expect(copy.values == [-1, 2, -3, 4])
  }

  @Test func needsAsManyValuesAsItsShape() {
    let error = #expect(throws: ShapeError.self) { try FeatureMap<3, 4, 5>([1, 2]) }
    #expect(
      error?.description == "FeatureMap<3, 4, 5> holds 3 * 4 * 5 = 60 values, but 2 are given")
    let second = #expect(throws: ShapeError.self) { try FeatureVector<3>([]) }
    #expect(second?.description == "FeatureVector<3> holds 3 values, but 0 are given")
  }
}

extension [Float] {
  fileprivate var address: Int {
    withUnsafeBufferPointer { Int(bitPattern: $0.baseAddress) }
  }
}
