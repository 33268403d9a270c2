import Testing
import VGGTestSupport
import VGGWeights

@testable import VGGRuntime

@Suite struct DenseLinearTests {
  @Test func rectangle() throws {
    let golden = try Golden("dense-linear")
    let layer = try DenseLinear<6, 7, 5, 20, 5, 4>(
      "features.0", kernel: Sides(height: 3, width: 2), from: golden.weights)
    try golden.expect(layer(golden.map()))
  }

  @Test func onePixel() throws {
    let golden = try Golden("dense-linear-1x1")
    let layer = try DenseLinear<19, 4, 3, 5, 4, 3>("features.0", kernel: 1, from: golden.weights)
    try golden.expect(layer(golden.map()))
  }

  /// On a map of the window's size it equals the linear layer after flattening, with the same
  /// tensors.
  @Test func onAMapOfItsSizeItIsLinear() throws {
    let weights = SeededInitializer(seed: 3)
    let values = (0..<72).map { (index: Int) -> Float in Float(index * 29 % 37) / 18 - 1 }
    let map = try FeatureMap<6, 4, 3>(values)
    let dense = try DenseLinear<6, 4, 3, 21, 1, 1>(
      "classifier.0", kernel: Sides(height: 4, width: 3), from: weights)(map)
    let flattened = try Flatten<6, 4, 3, 72>()(map)
    let linear = try Linear<72, 21>("classifier.0", from: weights)(flattened)
    expectAgreement(dense.values, linear.values)
    #expect(linear.values.contains { abs($0) > 0.01 })
  }

  @Test func aTypeThatContradictsTheWindow() {
    #expect(throws: ShapeError.self) {
      try DenseLinear<6, 7, 5, 20, 7, 5>("fc", kernel: 3, from: SeededInitializer(seed: 1))
    }
  }
}
