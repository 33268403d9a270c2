/// A tensor under torchvision's name, made of one that a file has under another.
struct MappedTensor: Hashable, Sendable {
  /// How the numbers are put in torchvision's order.
  enum Form: Hashable, Sendable {
    /// They are in it.
    case same
    /// A convolution's weight that is kernel height x kernel width x input channels x output
    /// channels.
    case kernelLast
    /// A linear layer's weight that is inputs x outputs; the inputs are a map flattened as height x
    /// width x channels, or a vector where there is one channel.
    case inputsFirst(channels: Int)
    /// Variances of Keras's batch normalisation, which adds 0.001 to them where torchvision's adds 0.00001.
    case variances
  }

  /// What batch normalisations add to variances by default, in PyTorch and in Keras.
  private static let (epsilon, kerassEpsilon) = (1e-5, 1e-3)

  /// torchvision's name, with the type in the file and the shape that torchvision gives it.
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

  /// The numbers of `tensor`, the one called `source`, in torchvision's order.
  func values(of tensor: WeightTensor) -> WeightTensor {
    let shape = description.shape
    switch form {
    case .same: return tensor.reshaped(to: shape)
    case .variances:
      let more = Float(MappedTensor.kerassEpsilon - MappedTensor.epsilon)
      return WeightTensor(tensor.values.map { $0 + more }, shape: shape)
    case .kernelLast:
      // Taken as a matrix, rows are the kernel's places and input channels, columns the output
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

/// A matrix with its rows as columns, row `r` as column `place(r)`.
private func transposed(
  _ tensor: WeightTensor, rows: Int, columns: Int, _ place: (Int) -> Int
) -> [Float] {
  guard tensor.count > 0 else { return [] }
  let places = (0..<rows).map(place)
  return tensor.withUnsafeValues { source in
    [Float](unsafeUninitializedCapacity: rows * columns) { values, count in
      // In tiles, so that what is read and what is written both stay in the cache.
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
