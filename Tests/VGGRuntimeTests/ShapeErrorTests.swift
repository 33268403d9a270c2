import Testing

@testable import VGGRuntime

/// Layers whose sizes the type checker cannot prove report the computed sizes.
@Suite struct ShapeErrorTests {
  private let weights = SeededInitializer(seed: 0)

  @Test func convolution() {
    expectError(
      "Conv2d<3, 224, 224, 64, 111, 112> 'features.0': the output's height is "
        + "floor((224 + 2*1 - 3)/2) + 1 = 112, but the type says 111"
    ) {
      _ = try Conv2d<3, 224, 224, 64, 111, 112>(
        "features.0", kernel: 3, stride: 2, padding: 1, from: weights)
    }
  }

  @Test func convolutionLargerThanTheMap() {
    expectError(
      "Conv2d<3, 4, 9, 2, 1, 5> 'features.0': no window fits: the output's height would be "
        + "floor((4 + 2*0 - 5)/1) + 1, which is less than 1"
    ) {
      _ = try Conv2d<3, 4, 9, 2, 1, 5>("features.0", kernel: 5, from: weights)
    }
  }

  @Test func dilatedConvolution() {
    expectError(
      "Conv2d<512, 64, 64, 512, 62, 64> 'features.24': the output's height is "
        + "floor((64 + 2*2 - 2*(3 - 1) - 1)/1) + 1 = 64, but the type says 62"
    ) {
      _ = try Conv2d<512, 64, 64, 512, 62, 64>(
        "features.24", kernel: 3, padding: 2, dilation: 2, from: weights)
    }
    expectError(
      "Conv2d<1, 4, 4, 1, 4, 4> 'features.0': the dilated kernel must be at most 2147483647, but is "
        + "2000000000*(3 - 1) + 1 = 4000000001"
    ) {
      _ = try Conv2d<1, 4, 4, 1, 4, 4>(
        "features.0", kernel: 3, dilation: 2_000_000_000, from: weights)
    }
    expectError("Conv2d<1, 4, 4, 1, 4, 4> 'features.0': the dilation must be at least 1, but is 0")
    {
      _ = try Conv2d<1, 4, 4, 1, 4, 4>("features.0", kernel: 1, dilation: 0, from: weights)
    }
  }

  @Test func rectangularConvolution() {
    expectError(
      "Conv2d<1, 8, 8, 1, 6, 6> 'features.0': the output's width is floor((8 + 2*0 - 5)/1) + 1 = 4, "
        + "but the type says 6"
    ) {
      _ = try Conv2d<1, 8, 8, 1, 6, 6>(
        "features.0", kernel: Sides(height: 3, width: 5), from: weights)
    }
    expectError(
      "Conv2d<1, 8, 8, 1, 6, 6> 'features.0': the kernel's width must be at least 1, but is 0"
    ) {
      _ = try Conv2d<1, 8, 8, 1, 6, 6>(
        "features.0", kernel: Sides(height: 3, width: 0), from: weights)
    }
  }

  @Test func groupsThatDoNotDivide() {
    expectError(
      "Conv2d<6, 4, 4, 9, 4, 4> 'features.0': the number of groups must divide the 9 output channels, "
        + "but is 2"
    ) {
      _ = try Conv2d<6, 4, 4, 9, 4, 4>("features.0", kernel: 1, groups: 2, from: weights)
    }
    expectError(
      "Conv2d<6, 4, 4, 8, 4, 4> 'features.0': the number of groups must divide the 6 input channels, "
        + "but is 4"
    ) {
      _ = try Conv2d<6, 4, 4, 8, 4, 4>("features.0", kernel: 1, groups: 4, from: weights)
    }
    expectError(
      "Conv2d<6, 4, 4, 8, 4, 4> 'features.0': the number of groups must be at least 1, but is 0"
    ) {
      _ = try Conv2d<6, 4, 4, 8, 4, 4>("features.0", kernel: 1, groups: 0, from: weights)
    }
  }

  @Test func maxPool() {
    expectError(
      "MaxPool2d<64, 7, 7, 3, 4>: the output's width is floor((7 + 2*0 - 2)/2) + 1 = 3, "
        + "but the type says 4"
    ) {
      _ = try MaxPool2d<64, 7, 7, 3, 4>(kernel: 2, stride: 2)
    }
  }

  @Test func maxPoolRoundedUp() {
    expectError(
      "MaxPool2d<2, 4, 4, 3, 3>: the output's height is ceil((4 + 2*1 - 2)/3) + 1 - 1 "
        + "(the last window would start past the map) = 2, but the type says 3"
    ) {
      _ = try MaxPool2d<2, 4, 4, 3, 3>(kernel: 2, stride: 3, padding: 1, ceilMode: true)
    }
  }

  @Test func avgPool() {
    expectError(
      "AvgPool2d<2, 8, 8, 5, 4>: the output's height is floor((8 + 2*0 - 2)/2) + 1 = 4, "
        + "but the type says 5"
    ) {
      _ = try AvgPool2d<2, 8, 8, 5, 4>(kernel: 2)
    }
  }

  @Test func flatten() {
    expectError(
      "Flatten<256, 4, 4, 25088>: 256 * 4 * 4 = 4096, but the type says 25088"
    ) {
      _ = try Flatten<256, 4, 4, 25088>()
    }
  }

  @Test func numbersOutOfRange() {
    expectError("MaxPool2d<1, 4, 4, 2, 2>: the kernel must be at least 1, but is 0") {
      _ = try MaxPool2d<1, 4, 4, 2, 2>(kernel: 0)
    }
    expectError("MaxPool2d<1, 4, 4, 2, 2>: the stride must be at least 1, but is -1") {
      _ = try MaxPool2d<1, 4, 4, 2, 2>(kernel: 2, stride: -1)
    }
    expectError(
      "MaxPool2d<1, 4, 4, 2, 2>: the padding must be at most half the kernel, "
        + "floor(3/2) = 1, but is 2"
    ) {
      _ = try MaxPool2d<1, 4, 4, 2, 2>(kernel: 3, padding: 2)
    }
    expectError(
      "AvgPool2d<1, 4, 4, 2, 2>: the kernel must be at most 2147483647, but is \(Int.max)"
    ) {
      _ = try AvgPool2d<1, 4, 4, 2, 2>(kernel: Sides(height: .max, width: .max))
    }
  }

  @Test func weightsOfAnotherShape() throws {
    let golden = try Golden("conv3x3")
    let error = #expect(throws: WeightError.self) {
      _ = try Conv3x3<3, 6, 7, 6>("features.0", from: golden.weights)
    }
    #expect(
      error?.reason == "tensor 'features.0.weight' has shape 5 x 3 x 3 x 3, "
        + "but the network needs 6 x 3 x 3 x 3")
  }

  private func expectError(
    _ message: String, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
  ) {
    let error = #expect(throws: ShapeError.self, sourceLocation: sourceLocation, performing: body)
    #expect(error?.description == message, sourceLocation: sourceLocation)
  }
}
