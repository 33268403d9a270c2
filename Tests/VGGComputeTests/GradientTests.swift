import Testing
import VGGCompute
import VGGTestSupport

/// A convolution is linear in its input and in its weights, so that with a gradient g of its output
/// `y·g = x·dx = w·dw`; a mean is linear in its input.
@Suite struct GradientTests {
  private let team: Team
  private let memory = Memory()

  init() throws {
    team = try .started(threads: 2, instructionSet: .best)
  }

  @Test(arguments: [
    // Dilated, as in Winograd's algorithms; rectangular; groups of whole blocks of channels.
    (SlidingWindow(kernel: 3, stride: 1, padding: 2, dilation: 2), 20, 18, 1),
    (
      SlidingWindow(
        rows: SlidingAxis(kernel: 1, stride: 1, padding: 0),
        columns: SlidingAxis(kernel: 5, stride: 1, padding: 3)), 5, 7, 1
    ),
    (
      SlidingWindow(
        rows: SlidingAxis(kernel: 3, stride: 2, padding: 1),
        columns: SlidingAxis(kernel: 2, stride: 1, padding: 1, dilation: 3)), 6, 4, 2
    ),
    (SlidingWindow(kernel: 3, stride: 1, padding: 1), 32, 64, 2),
    // Depthwise: as a transposed convolution, and by plain sums; several outputs per channel.
    (SlidingWindow(kernel: 3, stride: 1, padding: 1), 20, 20, 20),
    (SlidingWindow(kernel: 3, stride: 2, padding: 1), 20, 20, 20),
    (SlidingWindow(kernel: 3, stride: 1, padding: 1, dilation: 2), 3, 9, 3),
  ])
  func ofConvolutions(window: SlidingWindow, inputs: Int, outputs: Int, groups: Int) throws {
    let input = try BlockedShape(batch: 2, channels: inputs, height: 9, width: 12, border: 4)
    var convolution = Convolution(input, outputChannels: outputs, outputBorder: 4, window: window)
    convolution.groups = groups
    let forward = try plan(convolution)
    var random = SeededGenerator(seed: 5)
    let weights = random.floats(
      outputs * (inputs / groups) * window.rows.kernel * window.columns.kernel)
    let x = random.floats(input.batch * inputs * 9 * 12)
    let gradient = random.floats(forward.output.pixelCount * outputs)

    let (read, result) = (try maps(x, input), try memory.maps(forward.output))
    let received = try maps(gradient, forward.output)
    let packed = try memory.bytes(forward.packedBytes)
    forward.pack(on: team, weights: weights, bias: nil, to: packed)
    forward.run(
      on: team, packed: packed, from: read.values, to: result.values,
      scratch: try memory.bytes(forward.scratchBytes))
    let expected = product(team.plain(result), gradient)

    let weightGradient = try WeightGradientPlan(
      of: convolution, name: "", instructionSet: .best, threads: 2)
    var weightsGiven = [Float](repeating: .nan, count: weights.count)
    weightGradient.run(
      on: team, input: read.values, gradient: received.values, to: &weightsGiven,
      scratch: try memory.bytes(weightGradient.scratchBytes))
    #expect(abs(product(weights, weightsGiven) - expected) < 1e-3)

    let inputGradient = try InputGradientPlan(of: convolution, name: "", plan: plan)
    let given = try memory.maps(input)
    inputGradient.run(
      on: team, weights: weights, gradient: received.values, to: given.values,
      .init(
        turned: try memory.floats(weights.count),
        packed: try memory.bytes(inputGradient.packedBytes),
        scratch: try memory.bytes(inputGradient.scratchBytes)))
    #expect(abs(product(x, team.plain(given)) - expected) < 1e-3)
  }

  @Test(arguments: [true, false])
  func ofMeans(countsPadding: Bool) throws {
    let window = SlidingWindow(
      rows: SlidingAxis(kernel: 3, stride: 2, padding: 1),
      columns: SlidingAxis(kernel: 2, stride: 3, padding: 1), ceil: true)
    let input = try BlockedShape(batch: 2, channels: 5, height: 6, width: 9, border: 0)
    let output = try BlockedShape(
      batch: 2, channels: 5, height: window.outputHeight(6), width: window.outputWidth(9),
      border: 1)
    var random = SeededGenerator(seed: 6)
    let (x, gradient) = (random.floats(2 * 5 * 6 * 9), random.floats(output.pixelCount * 5))
    let pooling = AveragePooling(window: window, countsPadding: countsPadding)
    let (result, given) = (try memory.maps(output), try memory.maps(input))
    pooling.run(on: team, from: try maps(x, input), to: result)
    pooling.gradient(on: team, from: try maps(gradient, output), to: given)
    #expect(
      abs(product(team.plain(result), gradient) - product(x, team.plain(given))) < 1e-4)
  }

  private func maps(_ plain: [Float], _ shape: BlockedShape) throws -> BlockedTensor {
    let tensor = try memory.maps(shape)
    team.arrange(plain, in: tensor)
    return tensor
  }

  private func plan(_ convolution: Convolution) throws(ComputeError) -> ConvolutionPlan {
    try ConvolutionPlan(
      convolution, convolution.fastestAlgorithm(.best, threads: 2), name: "",
      instructionSet: .best, threads: 2)
  }

  private func product(_ left: [Float], _ right: [Float]) -> Double {
    zip(left, right).reduce(0) { $0 + Double($1.0) * Double($1.1) }
  }
}

/// Memory that lives as long as a test.
private final class Memory {
  private var pieces: [AlignedMemory] = []

  func bytes(_ count: Int) throws -> UnsafeMutableRawPointer {
    let piece = try AlignedMemory.reserved(count)
    pieces.append(piece)
    return piece.base
  }

  func floats(_ count: Int) throws -> UnsafeMutablePointer<Float> {
    let piece = try AlignedMemory.floats(count)
    pieces.append(piece)
    return piece.floats
  }

  func maps(_ shape: BlockedShape) throws -> BlockedTensor {
    BlockedTensor(shape, at: try floats(shape.storedCount))
  }
}

extension Team {
  /// Batch x channels x height x width values.
  fileprivate func plain(_ tensor: BlockedTensor) -> [Float] {
    var plain = [Float](repeating: .nan, count: tensor.shape.pixelCount * tensor.shape.channels)
    flatten(tensor, to: &plain)
    return plain
  }
}
