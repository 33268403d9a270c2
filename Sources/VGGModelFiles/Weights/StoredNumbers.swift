import VGGGraph
import VGGWeights

/// A tensor of another tool's file, with the changes that convert its numbers to PyTorch's order.
struct StoredNumbers: Sendable {
  /// The location of the numbers in the file, or a few numbers that are not stored contiguously.
  enum Place: Sendable {
    /// Contiguous, little-endian numbers.
    case file(MappedFile, Range<Int>, ElementType)
    case values([Float])
  }

  /// The extents in the file, outermost first.
  var shape: [Int]
  let place: Place
  /// The changes, applied in this order.
  var forms: [Form] = []

  /// A change to the numbers or to their order.
  enum Form: Sendable {
    /// A convolution's weight with the order kernel height x kernel width x input channels x output channels.
    case kernelLast
    /// A matrix with the order inputs x outputs.
    case inputsFirst
    /// A linear layer's weight, outputs x inputs, whose inputs are a map flattened as height x width x channels.
    case channelsLast(channels: Int)
    /// A convolution's weight whose input channels are blue, green, red.
    case coloursReversed
    /// Variances to which the tool adds `epsilon`, while PyTorch adds 1e-5.
    case variances(epsilon: Double)
    /// Variances to whose square root the tool adds `epsilon`.
    case deviations(epsilon: Double)
    /// Numbers that the file stores multiplied by `factor`.
    case divided(by: Float)
    /// Zeros in place of the numbers.
    case zeros
  }

  /// The number of elements; `nil` if it does not fit in 64 bits.
  var count: Int? { TensorDescription(name: "", shape: shape).elementCount }

  /// The numbers in PyTorch's order.
  ///
  /// - Parameter target: PyTorch's extents.
  func tensor(_ target: [Int]) -> WeightTensor {
    if forms.isEmpty, case .file(let file, let range, .float32) = place,
      range.lowerBound.isMultiple(of: 4), UInt32(1).littleEndian == 1
    {
      return WeightTensor(
        mapped: file, offset: range.lowerBound, count: range.count / 4, shape: target)
    }
    var values = values
    for form in forms { values = form.applied(to: values, shape: target) }
    return WeightTensor(values, shape: target)
  }

  /// The numbers in the file's order.
  var values: [Float] {
    switch place {
    case .values(let values): return values
    case .file(let file, let range, let type):
      let part = UnsafeRawBufferPointer(rebasing: file.bytes[range])
      defer { file.release(range) }
      return floats(from: part, of: type) ?? []
    }
  }
}

extension StoredNumbers.Form {
  /// - Parameter shape: PyTorch's extents.
  fileprivate func applied(to values: [Float], shape: [Int]) -> [Float] {
    switch self {
    case .kernelLast:
      let (outputs, inputs, area) = (shape[0], shape[1], shape[2] * shape[3])
      return rearranged(values) { place in
        let (output, rest) = place.quotientAndRemainder(dividingBy: inputs * area)
        let (input, position) = rest.quotientAndRemainder(dividingBy: area)
        return (position * inputs + input) * outputs + output
      }
    case .inputsFirst:
      let (outputs, inputs) = (shape[0], shape[1])
      return rearranged(values) { place in
        let (output, input) = place.quotientAndRemainder(dividingBy: inputs)
        return input * outputs + output
      }
    case .channelsLast(let channels):
      let inputs = shape[1]
      let area = inputs / channels
      return rearranged(values) { place in
        let (output, input) = place.quotientAndRemainder(dividingBy: inputs)
        let (channel, position) = input.quotientAndRemainder(dividingBy: area)
        return output * inputs + position * channels + channel
      }
    case .coloursReversed:
      let (inputs, area) = (shape[1], shape[2] * shape[3])
      return rearranged(values) { place in
        let (plane, position) = place.quotientAndRemainder(dividingBy: area)
        let (output, input) = plane.quotientAndRemainder(dividingBy: inputs)
        return (output * inputs + inputs - 1 - input) * area + position
      }
    case .variances(let epsilon):
      let more = epsilon - BatchNorm2d.epsilon
      return values.map { Float(Double($0) + more) }
    case .deviations(let epsilon):
      return values.map { variance in
        let deviation = Double(variance).squareRoot() + epsilon
        return Float(deviation * deviation - BatchNorm2d.epsilon)
      }
    case .divided(let factor): return values.map { $0 / factor }
    case .zeros: return [Float](repeating: 0, count: values.count)
    }
  }

  /// The values in another order.
  ///
  /// - Parameter source: The source index of the value for each index of the result.
  private func rearranged(_ values: [Float], _ source: (Int) -> Int) -> [Float] {
    [Float](unsafeUninitializedCapacity: values.count) { result, count in
      for place in 0..<values.count {
        result.initializeElement(at: place, to: values[source(place)])
      }
      count = values.count
    }
  }
}
