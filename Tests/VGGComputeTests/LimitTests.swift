import Testing
import VGGCompute

/// The kernels' limits, and the only code that describes them in messages.
@Suite struct LimitTests {
  @Test(arguments: [
    (1, 16_777_216, 1024, 1024), (65_536, 64, 1024, 1024), (1, .max, 1, 1), (1, 0, 1, 1),
    (0, 1, 1, 1), (1, 1, 1, -1),
  ])
  func mapsThatTheKernelsCannotHold(batch: Int, channels: Int, height: Int, width: Int) {
    let error = #expect(throws: ComputeError.self) {
      try BlockedShape(batch: batch, channels: channels, height: height, width: width, border: 1)
    }
    #expect(
      error?.description
        == "a feature map is too large to run: \(batch) x \(channels) x \(height) x \(width) values"
    )
  }

  /// 2 images of 2 blocks of 16 channels, 3 x 4 pixels in a border of 1.
  @Test func theBytesOfAMap() throws {
    let shape = try BlockedShape(batch: 2, channels: 17, height: 3, width: 4, border: 1)
    #expect(shape.byteCount == 2 * 2 * 5 * 6 * 16 * 4)
    #expect(shape.pixelCount == 24)
    #expect(try shape.bordered(0).byteCount == 2 * 2 * 3 * 4 * 16 * 4)
  }

  @Test func aLayerThatTheKernelsCannotHold() {
    let error = #expect(throws: ComputeError.self) {
      try FullyConnected("fc", inputs: 2_000_000, outputs: 2_000_000, batch: 1, hasReLU: false)
    }
    #expect(error?.description == "fc is too large to run: 2000000 x 2000000 weights")
  }

  @Test func aConvolutionThatTheKernelsCannotHold() throws {
    let input = try BlockedShape(channels: 2_000_000, height: 1, width: 1, border: 0)
    let convolution = Convolution(
      input, outputChannels: 2_000_000, outputBorder: 0,
      window: SlidingWindow(kernel: 1, stride: 1, padding: 0))
    let error = #expect(throws: ComputeError.self) {
      try ConvolutionPlan(
        convolution, convolution.fastestAlgorithm(.best, threads: 1), name: "features.0",
        instructionSet: .best, threads: 1)
    }
    #expect(
      error?.description == "features.0 is too large to run: 1 x 2000000 to 2000000 channels, "
        + "1x1 weights")
  }

  @Test(arguments: [
    (0, 1, "the batch size must be between 1 and 65536, not 0"),
    (65_537, 1, "the batch size must be between 1 and 65536, not 65537"),
    (1, 0, "the thread count must be between 1 and 1024, not 0"),
    (1, 1_025, "the thread count must be between 1 and 1024, not 1025"),
  ])
  func batchesAndThreads(batch: Int, threads: Int, message: String) {
    let error = #expect(throws: ComputeError.self) {
      try ComputeLimits.check(batch: batch, threads: threads)
    }
    #expect(error?.description == message)
  }

  @Test func memoryThatNoMachineHas() {
    #expect(AlignedMemory(byteCount: .max) == nil)
    let error = #expect(throws: ComputeError.self) {
      try ComputeLimits.checkMemory(0x1p70, for: .running)
    }
    #expect(
      error?.description.hasPrefix(
        "the network needs 1125899906842624 MiB to run, but this machine has ") == true)
  }
}
