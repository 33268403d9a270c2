import VGGCompute
import VGGExecution
import VGGWeights

/// Starts a program with a damaged file of packed weights: its results are the same as without the file.
///
/// Such a file holds the number and the times of the weights' file, which no seed can know, so an input
/// describes the damage to one: every three bytes are a position and bits to flip; a single last byte is the share to cut off.
func fuzzPackedCache(_ bytes: UnsafeBufferPointer<UInt8>) -> CInt {
  do {
    try PackedWeights.shared.damage(by: Array(bytes))
    let output = try PackedWeights.shared.output()
    precondition(output == PackedWeights.shared.expected, "damaged packed weights are used")
  } catch {
    preconditionFailure("\(error)")
  }
  return 0
}

/// The weights of ``SmallNetwork``, and the file in which they are kept packed.
private struct PackedWeights {
  /// The bits of the network's output.
  let expected: [UInt32]
  private let weights: WeightFile
  private let whole: [UInt8]

  static let shared: PackedWeights = {
    do { return try PackedWeights() } catch { fatalError("\(error)") }
  }()

  private static let options = ExecutionOptions(threads: 1)

  private init() throws {
    let path = ScratchFolder.path + "/net.safetensors"
    try writeSafetensors(
      SmallNetwork.graph.stateTensors.map { TensorDescription(name: $0.name, shape: $0.shape) },
      from: SeededInitializer(seed: 1), to: path)
    weights = try WeightFile(path: path)
    expected = try Self.output(weights, cache: nil)
    _ = try Self.output(weights, cache: Self.cache(of: weights))
    let packed = try MappedFile(path: Self.cache(of: weights).path(for: .best))
    whole = Array(packed.bytes)
  }

  func damage(by input: [UInt8]) throws {
    var file = whole
    for start in stride(from: 0, to: input.count - 2, by: 3) {
      let place = Int(input[start]) << 8 | Int(input[start + 1])
      file[place % file.count] ^= input[start + 2]
    }
    if input.count % 3 == 1, let share = input.last {
      file.removeLast(file.count * Int(share) / 255)
    }
    _ = ScratchFolder.write(file, to: "net.safetensors.\(InstructionSet.best).vggpack")
  }

  func output() throws -> [UInt32] {
    try Self.output(weights, cache: Self.cache(of: weights))
  }

  private static func cache(of weights: WeightFile) -> PackedWeightsCache {
    PackedWeightsCache(of: weights) {
      precondition(isPrintable("\($0)"), "a control character was printed")
    }
  }

  private static func output(_ weights: WeightFile, cache: PackedWeightsCache?) throws -> [UInt32] {
    let program = try Program(
      SmallNetwork.graph, weights: weights, options: options, cache: cache)
    return try program.run((0..<36).map { Float($0) / 36 }).map(\.bitPattern)
  }
}
