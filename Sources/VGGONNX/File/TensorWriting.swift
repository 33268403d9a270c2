import VGGFiles
import VGGWeights

/// Writes a model's tensors, one after the other, at the positions of a layout.
///
/// Functions return the reason for a failure, or nil, as `AtomicFile` requires.
struct TensorWriting<Source: WeightSource> {
  private let source: Source
  private let total: Int
  private var done = 0
  /// The error with which `source` failed to return a tensor.
  private(set) var sourceFailure: (any Error)?

  /// - Parameter total: The number of bytes of all weights.
  init(_ source: Source, total: Int) {
    self.source = source
    self.total = total
  }

  /// Writes the model file.
  mutating func model(
    _ layout: ModelLayout, to file: FileDescriptorWriter, _ progress: (Int, Int) -> Void
  ) -> String? {
    if let reason = write(layout.opening, to: file) ?? layout.graph.write(to: file) {
      return reason
    }
    for placed in layout.tensors {
      if let reason = write(placed.opening, to: file) { return reason }
      guard placed.offset == nil else { continue }
      if let reason = write(placed.tensor, to: file, progress) { return reason }
    }
    return nil
  }

  /// Writes the data file.
  mutating func data(
    _ layout: ModelLayout, to file: FileDescriptorWriter, _ progress: (Int, Int) -> Void
  ) -> String? {
    var end = 0
    for placed in layout.tensors {
      guard let offset = placed.offset else { continue }
      let gap = [UInt8](repeating: 0, count: offset - end)
      if let reason = write(gap, to: file) ?? write(placed.tensor, to: file, progress) {
        return reason
      }
      end = offset + placed.tensor.byteCount
    }
    return nil
  }

  private mutating func write(
    _ tensor: GraphTensor, to file: FileDescriptorWriter, _ progress: (Int, Int) -> Void
  ) -> String? {
    switch tensor {
    case .constant(let constant, _): return write(constant.bytes, to: file)
    case .weight(let weight, _):
      do {
        return try source.write(weight.name, shape: weight.shape, to: file) { part in
          done += part.count
          progress(done, total)
        }
      } catch {
        sourceFailure = error
        return "a tensor is not available"
      }
    }
  }

  private func write(_ bytes: [UInt8], to file: FileDescriptorWriter) -> String? {
    bytes.withUnsafeBytes { file.write($0) }
  }
}
