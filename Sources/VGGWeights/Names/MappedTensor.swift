/// A tensor under torchvision's name, derived from one that has another name in the file.
struct MappedTensor: Hashable, Sendable {
  /// The conversion of the numbers to torchvision's order.
  enum Form: Hashable, Sendable {
    /// They are already in that order.
    case same
    /// A convolution's weight, stored as kernel height x kernel width x input channels x output channels.
    case kernelLast
    /// A linear layer's weight, stored as inputs x outputs; the inputs are a map flattened as height x
    /// width x channels, or a vector if there is one channel.
    case inputsFirst(channels: Int)
    /// Variances of Keras's batch normalisation, which adds 0.001 to them; torchvision's adds 0.00001.
    case variances
  }

  /// The default epsilon that batch normalisation adds to variances, in PyTorch and in Keras.
  private static let (epsilon, kerassEpsilon) = (1e-5, 1e-3)

  /// torchvision's name and shape, with the type in the file.
  let description: TensorDescription
  /// The name in the file.
  let source: String
  let form: Form

  /// The same numbers under another name and in another shape.
  init(_ source: TensorDescription, as name: String, shape: [Int]? = nil, _ form: Form = .same) {
    description = TensorDescription(name: name, type: source.type, shape: shape ?? source.shape)
    self.source = source.name
    self.form = form
  }

  /// The numbers of `tensor`, which is called `source` in the file, in torchvision's order.
  func values(of tensor: WeightTensor) -> WeightTensor {
    let shape = description.shape
    switch form {
    case .same: return tensor.reshaped(to: shape)
    case .variances:
      let more = Float(MappedTensor.kerassEpsilon - MappedTensor.epsilon)
      return WeightTensor(tensor.values.map { $0 + more }, shape: shape)
    case .kernelLast:
      // As a matrix, its rows are the kernel's positions and input channels, its columns the output
      // channels.
      let (outputs, inputs, area) = (shape[0], shape[1], shape[2] * shape[3])
      return WeightTensor(
        transposed(tensor, rows: area * inputs, columns: outputs) { row in
          row % inputs * area + row / inputs
        }, shape: shape)
    case .inputsFirst(let channels):
      let (outputs, inputs) = (shape[0], shape[1])
      let area = inputs / channels
      return WeightTensor(
        transposed(tensor, rows: inputs, columns: outputs) { row in
          row % channels * area + row / channels
        }, shape: shape)
    }
  }
}

/// The transposed matrix; row `r` becomes column `place(r)`.
private func transposed(
  _ tensor: WeightTensor, rows: Int, columns: Int, _ place: (Int) -> Int
) -> [Float] {
  guard tensor.count > 0 else { return [] }
  let places = (0..<rows).map(place)
  return tensor.withUnsafeValues { source in
    [Float](unsafeUninitializedCapacity: rows * columns) { values, count in
      // In tiles, so that both reads and writes stay in the cache.
      for firstRow in stride(from: 0, to: rows, by: tile) {
        for firstColumn in stride(from: 0, to: columns, by: tile) {
          for column in firstColumn..<min(firstColumn + tile, columns) {
            for row in firstRow..<min(firstRow + tile, rows) {
              values.initializeElement(
                at: column * rows + places[row], to: source[row * columns + column])
            }
          }
        }
      }
      count = rows * columns
    }
  }
}

private let tile = 64
