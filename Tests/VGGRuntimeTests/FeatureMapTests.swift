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

  @Test func changesGivenValuesInPlace() throws {
    let map = FeatureMap<1, 2, 2> { $0.update(repeating: -1, count: 4) }
    let address = map.storage.address
    let flat = try Flatten<1, 2, 2, 4>()((consume map).relu()).relu()
    #expect(MapStorage.plain(flat.values).address == address)
    #expect(flat.values == [0, 0, 0, 0])
  }

  @Test func changesALayersMapInPlace() throws {
    let norm = try BatchNorm2d<1, 2, 2>("features.1", from: SeededInitializer(seed: 0))
    let map = norm(try FeatureMap([-1, 2, -3, 4]))
    let address = map.storage.address
    let changed = norm((consume map).relu())
    #expect(changed.storage.address == address)
    expectAgreement(changed.values, [0, 2, 0, 4], tolerance: 1e-4)
  }

  @Test func leavesACopyAsItWas() throws {
    let map = try FeatureMap<1, 2, 2>([-1, 2, -3, 4])
    let copy = map
    #expect(map.relu().values == [0, 2, 0, 4])
    #expect(copy.values == [-1, 2, -3, 4])
  }

  @Test func leavesACopyOfALayersMapAsItWas() throws {
    let map = try MaxPool2d<1, 2, 2, 2, 2>(kernel: 1)(FeatureMap([-1, 2, -3, 4]))
    let copy = map
    #expect(map.relu().values == [0, 2, 0, 4])
    #expect(copy.values == [-1, 2, -3, 4])
    let norm = try BatchNorm2d<1, 2, 2>("features.1", from: SeededInitializer(seed: 0))
    expectAgreement(norm(map).values, [-1, 2, -3, 4], tolerance: 1e-4)
    #expect(copy.values == [-1, 2, -3, 4])
  }

  /// Large maps reuse memory that others have used.
  @Test func ofLargeMapsNoneSeesAnother() throws {
    let pool = try MaxPool2d<20, 100, 90, 100, 90>(kernel: 1)
    let maps = try (0..<12).map { index in
      let other = try FeatureMap<20, 100, 90>(Array(repeating: .nan, count: 180_000))
      #expect(pool(other).values.allSatisfy { $0.isNaN })
      return pool(try FeatureMap(Array(repeating: Float(index), count: 180_000)))
    }
    for (index, map) in maps.enumerated() {
      #expect(map.values.allSatisfy { $0 == Float(index) })
    }
  }

  /// Channels that do not fill a block, and some that fill more than one.
  @Test func keepsItsValuesThroughTheKernelsLayout() throws {
    try expectSameValues(FeatureMap<1, 1, 1>.self)
    try expectSameValues(FeatureMap<16, 1, 1>.self)
    try expectSameValues(FeatureMap<17, 3, 2>.self)
    try expectSameValues(FeatureMap<40, 1, 5>.self)
  }

  private func expectSameValues<let channels: Int, let height: Int, let width: Int>(
    _: FeatureMap<channels, height, width>.Type
  ) throws {
    let values = (0..<channels * height * width).map(Float.init)
    let pool = try MaxPool2d<channels, height, width, height, width>(kernel: 1)
    let map = pool(try FeatureMap(values))
    #expect(map.values == values)
    let wider = map.storage.blocked(try type(of: map).shape.bordered(3))
    #expect(wider.plain == values)
  }

  @Test func needsAsManyValuesAsItsShape() {
    let error = #expect(throws: ShapeError.self) { try FeatureMap<3, 4, 5>([1, 2]) }
    #expect(
      error?.description == "FeatureMap<3, 4, 5> holds 3 * 4 * 5 = 60 values, but 2 are given")
    let second = #expect(throws: ShapeError.self) { try FeatureVector<3>([]) }
    #expect(second?.description == "FeatureVector<3> holds 3 values, but 0 are given")
  }
}

extension MapStorage {
  fileprivate var address: Int {
    switch self {
    case .plain(let values): values.withUnsafeBufferPointer { Int(bitPattern: $0.baseAddress) }
    case .blocked(let map): map.withTensor { Int(bitPattern: $0.values) }
    }
  }
}
