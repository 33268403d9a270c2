import Testing
import VGGCompute
import VGGTestSupport

@testable import VGGRuntime

@Suite struct ConvolutionTests {
  @Test func conv3x3() throws {
    let golden = try Golden("conv3x3")
    try golden.expect(Conv3x3<3, 5, 7, 6>("features.0", from: golden.weights)(golden.map()))
  }

  @Test func conv3x3WithoutBias() throws {
    let golden = try Golden("conv3x3-no-bias")
    let conv = try Conv3x3<4, 3, 5, 5>("features.0", bias: false, from: golden.weights)
    try golden.expect(conv(golden.map()))
  }

  @Test func conv3x3OnOnePixel() throws {
    let golden = try Golden("conv3x3-one-pixel")
    try golden.expect(Conv3x3<2, 3, 1, 1>("features.0", from: golden.weights)(golden.map()))
  }

  @Test func conv1x1() throws {
    let golden = try Golden("conv1x1")
    try golden.expect(Conv1x1<6, 4, 5, 3>("features.0", from: golden.weights)(golden.map()))
  }

  @Test func conv5x5Strided() throws {
    let golden = try Golden("conv2d-5x5-strided")
    let conv = try Conv2d<2, 9, 11, 3, 5, 6>(
      "features.0", kernel: 5, stride: 2, padding: 2, bias: false, from: golden.weights)
    try golden.expect(conv(golden.map()))
  }

  @Test func conv3x3Unpadded() throws {
    let golden = try Golden("conv2d-3x3-unpadded")
    let conv = try Conv2d<3, 8, 7, 4, 3, 3>(
      "features.0", kernel: 3, stride: 2, from: golden.weights)
    try golden.expect(conv(golden.map()))
  }

  @Test func conv7x7WiderThanTheMap() throws {
    let golden = try Golden("conv2d-7x7-stride-3")
    let conv = try Conv2d<2, 10, 4, 2, 4, 2>(
      "features.0", kernel: 7, stride: 3, padding: 3, from: golden.weights)
    try golden.expect(conv(golden.map()))
  }

  @Test func conv1x1InWidePadding() throws {
    let golden = try Golden("conv2d-1x1-padded")
    let conv = try Conv2d<2, 4, 5, 3, 4, 5>(
      "features.0", kernel: 1, stride: 2, padding: 2, from: golden.weights)
    try golden.expect(conv(golden.map()))
  }

  @Test func conv2x2() throws {
    let golden = try Golden("conv2d-2x2")
    let conv = try Conv2d<2, 4, 3, 3, 5, 4>(
      "features.0", kernel: 2, padding: 1, from: golden.weights)
    try golden.expect(conv(golden.map()))
  }

  @Test func convOfRectangles() throws {
    let golden = try Golden("conv2d-rectangle")
    let conv = try Conv2d<3, 9, 7, 4, 4, 7>(
      "features.0", kernel: Sides(height: 3, width: 5), stride: Sides(height: 2, width: 1),
      padding: Sides(height: 0, width: 2), from: golden.weights)
    try golden.expect(conv(golden.map()))
  }

  @Test func convOfOneRow() throws {
    let golden = try Golden("conv2d-one-row")
    let conv = try Conv2d<2, 4, 6, 3, 4, 6>(
      "features.0", kernel: Sides(height: 1, width: 7), padding: Sides(height: 0, width: 3),
      from: golden.weights)
    try golden.expect(conv(golden.map()))
  }

  @Test func convDilated() throws {
    let golden = try Golden("conv2d-dilated")
    let conv = try Conv2d<6, 8, 7, 5, 8, 7>(
      "features.0", kernel: 3, padding: 2, dilation: 2, from: golden.weights)
    try golden.expect(conv(golden.map()))
  }

  @Test func convDilatedOfRectangles() throws {
    let golden = try Golden("conv2d-dilated-rectangle")
    let conv = try Conv2d<3, 6, 11, 4, 6, 5>(
      "features.0", kernel: Sides(height: 3, width: 2), stride: Sides(height: 1, width: 2),
      padding: Sides(height: 3, width: 1), dilation: Sides(height: 3, width: 4),
      from: golden.weights)
    try golden.expect(conv(golden.map()))
  }

  @Test func convDepthwise() throws {
    let golden = try Golden("conv2d-depthwise")
    let conv = try Conv2d<20, 6, 5, 20, 6, 5>(
      "features.0", kernel: 3, padding: 1, groups: 20, from: golden.weights)
    try golden.expect(conv(golden.map()))
  }

  @Test func convDepthwiseStrided() throws {
    let golden = try Golden("conv2d-depthwise-strided")
    let conv = try Conv2d<5, 9, 8, 5, 5, 4>(
      "features.0", kernel: 5, stride: 2, padding: 2, groups: 5, bias: false, from: golden.weights)
    try golden.expect(conv(golden.map()))
  }

  @Test func convDepthwiseWithSeveralOutputsAChannel() throws {
    let golden = try Golden("conv2d-depthwise-multiplied")
    let conv = try Conv2d<3, 6, 6, 12, 6, 6>(
      "features.0", kernel: 3, padding: 2, dilation: 2, groups: 3, from: golden.weights)
    try golden.expect(conv(golden.map()))
  }

  @Test func convOfGroups() throws {
    let golden = try Golden("conv2d-groups")
    let conv = try Conv2d<6, 5, 4, 9, 5, 4>(
      "features.0", kernel: 3, padding: 1, groups: 3, from: golden.weights)
    try golden.expect(conv(golden.map()))
  }

  @Test func convOfGroupsOfWholeBlocks() throws {
    let golden = try Golden("conv2d-groups-of-blocks")
    let conv = try Conv2d<32, 3, 2, 64, 3, 2>(
      "features.0", kernel: 1, groups: 2, from: golden.weights)
    try golden.expect(conv(golden.map()))
  }

  @Test func conv5x5WithItsPadding() throws {
    try expectDefinition(
      ConvolutionGeometry(channels: 20, to: 17, size: (7, 9), kernel: 5, stride: 1, padding: 2))
  }

  @Test func conv7x7WithItsPadding() throws {
    try expectDefinition(
      ConvolutionGeometry(channels: 18, to: 33, size: (10, 6), kernel: 7, stride: 1, padding: 3))
  }

  @Test func conv3x3InWidePadding() throws {
    try expectDefinition(
      ConvolutionGeometry(channels: 5, to: 16, size: (4, 3), kernel: 3, stride: 2, padding: 5))
  }

  /// Channels and maps that are wide enough for the kernels' fast algorithms.
  @Test(arguments: [
    ConvolutionGeometry(channels: 64, to: 64, size: (28, 27), kernel: 3, stride: 1, padding: 1),
    ConvolutionGeometry(channels: 100, to: 70, size: (13, 14), kernel: 3, stride: 1, padding: 1),
    ConvolutionGeometry(channels: 256, to: 48, size: (7, 7), kernel: 3, stride: 1, padding: 1),
    ConvolutionGeometry(channels: 128, to: 16, size: (1, 1), kernel: 3, stride: 1, padding: 1),
    ConvolutionGeometry(channels: 40, to: 24, size: (9, 10), kernel: 3, stride: 1, padding: 2),
  ])
  func wideConvolutions(_ geometry: ConvolutionGeometry) throws {
    try expectDefinition(geometry)
  }

  /// All kinds of windows on all kinds of maps.
  @Test func agreesWithTheDefinition() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      try expectDefinition(ConvolutionGeometry(random: &random), seed: random.next())
    }
  }

  /// Expects the written-out sum for a plain input and for the output of a layer; activations are
  /// near 1, as in the golden files.
  private func expectDefinition(_ geometry: ConvolutionGeometry, seed: UInt64 = 1) throws {
    var random = SeededGenerator(seed: seed)
    let input = random.floats(
      geometry.inputChannels * geometry.inputHeight * geometry.inputWidth)
    let filter = geometry.weightShape.dropFirst().reduce(1, *)
    let scale = (6 / Float(filter)).squareRoot()
    let weight = random.floats(geometry.outputChannels * filter).map { $0 * scale }
    let bias = random.floats(geometry.outputChannels)
    let convolution = try PackedConvolution(
      "features.0", geometry, bias: true,
      from: NamedTensors(tensors: ["features.0.weight": weight, "features.0.bias": bias]),
      layer: "")
    let expected = geometry.definition(input, weight, bias)
    let plain = MapStorage.plain(input)
    let blocked = MapStorage.blocked(plain.blocked(try geometry.inputShape()))
    for storage in [plain, blocked] {
      expectAgreement(convolution(storage).plain, expected, "\(geometry)")
    }
  }
}

extension ConvolutionGeometry {
  fileprivate init(
    channels: Int, to outputChannels: Int, size: (height: Int, width: Int), kernel: Int,
    stride: Int, padding: Int
  ) {
    self.init(
      inputChannels: channels, inputHeight: size.height, inputWidth: size.width,
      outputChannels: outputChannels,
      outputHeight: (size.height + 2 * padding - kernel) / stride + 1,
      outputWidth: (size.width + 2 * padding - kernel) / stride + 1,
      window: SlidingWindow(kernel: kernel, stride: stride, padding: padding))
  }

  /// The shape of the output of a layer before this one.
  fileprivate func inputShape() throws -> BlockedShape {
    try BlockedShape(
      channels: inputChannels, height: inputHeight, width: inputWidth, border: BlockedMap.border)
  }

  fileprivate init(random: inout SeededGenerator) {
    let rows = SlidingAxis(random: &random)
    let columns = Bool.random(using: &random) ? rows : SlidingAxis(random: &random)
    let (height, width) = (rows.randomInput(&random), columns.randomInput(&random))
    let groups = [1, 1, 2, 3, 8].randomElement(using: &random) ?? 1
    let isDepthwise = random.int(1...3) == 1
    self.init(
      inputChannels: groups * (isDepthwise ? 1 : random.int(1...20)), inputHeight: height,
      inputWidth: width, outputChannels: groups * (isDepthwise ? 1 : random.int(1...20)),
      outputHeight: rows.outputSize(height, ceil: false),
      outputWidth: columns.outputSize(width, ceil: false),
      window: SlidingWindow(rows: rows, columns: columns), groups: groups)
  }

  /// One output at a time, in Double.
  fileprivate func definition(_ input: [Float], _ weight: [Float], _ bias: [Float]) -> [Float] {
    var output: [Float] = []
    for channel in 0..<outputChannels {
      for y in 0..<outputHeight {
        for x in 0..<outputWidth {
          output.append(
            Float(Double(bias[channel]) + windowSum(input, weight, channel, y, x)))
        }
      }
    }
    return output
  }

  private func windowSum(
    _ input: [Float], _ weight: [Float], _ outputChannel: Int, _ y: Int, _ x: Int
  ) -> Double {
    var sum = 0.0
    let (rows, columns, inputs) = (window.rows, window.columns, inputChannels / groups)
    let first = outputChannel / (outputChannels / groups) * inputs
    for channel in 0..<inputs {
      for tapY in 0..<rows.kernel {
        for tapX in 0..<columns.kernel {
          let (row, column) = (rows.place(of: tapY, at: y), columns.place(of: tapX, at: x))
          guard (0..<inputHeight).contains(row), (0..<inputWidth).contains(column) else { continue }
          let tap =
            ((outputChannel * inputs + channel) * rows.kernel + tapY) * columns.kernel + tapX
          let place = ((first + channel) * inputHeight + row) * inputWidth + column
          sum += Double(weight[tap]) * Double(input[place])
        }
      }
    }
    return sum
  }
}

extension SlidingAxis {
  fileprivate init(random: inout SeededGenerator) {
    self.init(
      kernel: random.int(1...5), stride: random.int(1...4), padding: random.int(0...4),
      dilation: max(1, random.int(-1...3)))
  }

  /// Rows (or columns) that the window fits into.
  fileprivate func randomInput(_ random: inout SeededGenerator) -> Int {
    let smallest = max(1, span - 2 * padding)
    return random.int(smallest...(smallest + 8))
  }

  /// The row (or column) that a tap of the window reads for an output's row (or column).
  fileprivate func place(of tap: Int, at output: Int) -> Int {
    output * stride + tap * dilation - padding
  }
}
