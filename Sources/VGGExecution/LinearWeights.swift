import VGGGraph
import VGGRuntime
import VGGWeights

/// A linear layer's weights: read where they lie, or copied to memory that is read faster.
struct LinearWeights: Sendable {
  private let matrix: Matrix
  let bias: WeightTensor?

  private enum Matrix: Sendable {
    case inPlace(WeightTensor)
    case copied(AlignedMemory)
  }

  /// Takes `name.weight`, outputs x inputs, and `name.bias`.
  ///
  /// - Parameter copies: copy the weights to huge pages, which memory delivers faster than the small
  ///   pages of a mapped file; those are given back as the copy goes on.
  init(
    _ linear: VGGGraph.Linear, _ name: String, copies: Bool, from weights: some WeightSource
  ) throws {
    let tensor = try weights.tensor("\(name).weight", shape: [linear.outputs, linear.inputs])
    bias = linear.bias ? try weights.tensor("\(name).bias", shape: [linear.outputs]) : nil
    matrix = copies ? .copied(try Self.copy(tensor)) : .inPlace(tensor)
  }

  /// Calls `body` with the outputs x inputs numbers.
  func withMatrix<Result>(_ body: (UnsafePointer<Float>?) -> Result) -> Result {
    switch matrix {
    case .inPlace(let tensor): tensor.withUnsafeValues { body($0.baseAddress) }
    case .copied(let memory): body(UnsafePointer(memory.base.assumingMemoryBound(to: Float.self)))
    }
  }

  private static func copy(_ tensor: WeightTensor) throws(UnrunnableNetwork) -> AlignedMemory {
    let size = MemoryLayout<Float>.size
    let memory = try AlignedMemory.reserved(tensor.count * size)
    let target = UnsafeMutableRawBufferPointer(start: memory.base, count: memory.byteCount)
    // Part by part, so that file and copy are never in memory as a whole together.
    let part = 8 << 20
    for start in stride(from: 0, to: tensor.count, by: part) {
      let bytes = start * size..<min(start + part, tensor.count) * size
      tensor.withUnsafeValues { values in
        UnsafeMutableRawBufferPointer(rebasing: target[bytes]).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(values)[bytes]))
      }
      tensor.releasePages(of: start..<min(start + part, tensor.count))
    }
    return memory
  }
}
