import VGGGraph
import VGGSpec

/// The layers as PyTorch's documentation defines them, in plain loops.
extension Map {
  package func convolved(_ conv: Conv2d, _ weights: [Double], bias: [Double]?, to shape: MapShape)
    -> Map
  {
    let (kernel, window) = (conv.kernel, conv.window)
    let inputs = conv.inputChannels / conv.groups
    let outputs = conv.outputChannels / conv.groups
    return Map(shape) { output, row, column in
      let rows = window.rows.taps(of: row, in: self.shape.height)
      let columns = window.columns.taps(of: column, in: self.shape.width)
      var sum = bias?[output] ?? 0
      for input in 0..<inputs {
        let first = (output * inputs + input) * kernel.height * kernel.width
        for (u, y) in rows {
          for (v, x) in columns {
            sum +=
              weights[first + u * kernel.width + v] * self[output / outputs * inputs + input, y, x]
          }
        }
      }
      return sum
    }
  }

  package func normalized(_ norm: NormStatistics) -> Map {
    Map(shape) { channel, row, column in
      (self[channel, row, column] - norm.mean[channel])
        / (norm.variance[channel] + 1e-5).squareRoot()
        * norm.weight[channel] + norm.bias[channel]
    }
  }

  package func maxPooled(_ window: Window, to shape: MapShape) -> Map {
    Map(shape) { channel, row, column in
      covered(window, channel, row, column).reduce(-.infinity, max)
    }
  }

  /// The part of a rounded-up window past the padding does not count in its mean.
  package func averagePooled(_ pool: AvgPool2d, to shape: MapShape) -> Map {
    let window = pool.window
    return Map(shape) { channel, row, column in
      let values = covered(window, channel, row, column)
      let padded =
        window.rows.padded(of: row, in: self.shape.height)
        * window.columns.padded(of: column, in: self.shape.width)
      return values.reduce(0, +) / Double(pool.countsPadding ? padded : values.count)
    }
  }

  package func adaptivelyPooled(to shape: MapShape) -> Map {
    func bin(_ index: Int, of count: Int, _ size: Int) -> Range<Int> {
      index * size / count..<((index + 1) * size + count - 1) / count
    }
    return Map(shape) { channel, row, column in
      let rows = bin(row, of: shape.height, self.shape.height)
      let columns = bin(column, of: shape.width, self.shape.width)
      let values = rows.flatMap { y in columns.map { x in self[channel, y, x] } }
      return values.reduce(0, +) / Double(values.count)
    }
  }

  package func responseNormalized(_ norm: LocalResponseNorm) -> Map {
    Map(shape) { channel, row, column in
      let first = channel - norm.size / 2
      let neighbours = (first..<first + norm.size).filter { (0..<shape.channels).contains($0) }
      let squares = neighbours.reduce(0) { $0 + power(self[$1, row, column], 2) }
      return self[channel, row, column]
        / power(norm.k + norm.alpha / Double(norm.size) * squares, norm.beta)
    }
  }

  /// The values of a channel in a window.
  private func covered(_ window: Window, _ channel: Int, _ row: Int, _ column: Int) -> [Double] {
    let rows = window.rows.taps(of: row, in: shape.height)
    let columns = window.columns.taps(of: column, in: shape.width)
    return rows.flatMap { y in columns.map { x in self[channel, y.place, x.place] } }
  }
}

extension WindowAxis {
  /// The positions of a map of `size` rows (or columns) that output `index` sees, each with its position in
  /// the kernel, without padding.
  fileprivate func taps(of index: Int, in size: Int) -> [(tap: Int, place: Int)] {
    (0..<kernel).map { ($0, index * stride - padding + $0 * dilation) }
      .filter { (0..<size).contains($0.1) }
  }

  /// The number of rows (or columns) of the map and its padding that output `index` sees.
  fileprivate func padded(of index: Int, in size: Int) -> Int {
    min(index * stride - padding + kernel, size + padding) - (index * stride - padding)
  }
}

/// The statistics that batch normalisation has learned for each channel.
package struct NormStatistics {
  package let weight: [Double]
  package let bias: [Double]
  package let mean: [Double]
  package let variance: [Double]

  package init(weight: [Double], bias: [Double], mean: [Double], variance: [Double]) {
    self.weight = weight
    self.bias = bias
    self.mean = mean
    self.variance = variance
  }
}

package func multiplied(_ vector: [Double], _ weights: [Double], bias: [Double]?, outputs: Int)
  -> [Double]
{
  (0..<outputs).map { output in
    vector.indices.reduce(bias?[output] ?? 0) { sum, input in
      sum + weights[output * vector.count + input] * vector[input]
    }
  }
}

/// Returns the activation of each value; a NaN stays NaN.
///
/// - Parameter slope: The learned slope of a PReLU.
package func activated(_ values: [Double], by activation: Activation, slope: Double?) -> [Double] {
  values.map { x in
    switch activation {
    case .relu: x < 0 ? 0 : x
    case .leakyReLU(let slope): x < 0 ? slope * x : x
    case .elu(let alpha): x < 0 ? alpha * (exponential(x) - 1) : x
    case .prelu: x < 0 ? (slope ?? .nan) * x : x
    case .gelu: x * (1 + errorFunction(x / 2.squareRoot())) / 2
    case .silu: x / (1 + exponential(-x))
    case .sigmoid: 1 / (1 + exponential(-x))
    case .tanh: hyperbolicTangent(x)
    }
  }
}

extension Map {
  /// The largest value of each channel, or its mean.
  package func globallyPooled(_ pool: GlobalPool) -> Map {
    Map(MapShape(channels: shape.channels, height: 1, width: 1)) { channel, _, _ in
      let values = (0..<self.shape.height).flatMap { row in
        (0..<self.shape.width).map { self[channel, row, $0] }
      }
      return switch pool {
      case .maximum: values.reduce(-.infinity, max)
      case .average: values.reduce(0, +) / Double(values.count)
      }
    }
  }
}

/// Returns the larger of each value and 0; a NaN stays NaN.
package func rectified(_ values: [Double]) -> [Double] {
  values.map { $0 < 0 ? 0 : $0 }
}

package func softmax(_ values: [Double]) -> [Double] {
  let largest = values.max() ?? 0
  let exponentials = values.map { exponential($0 - largest) }
  let sum = exponentials.reduce(0, +)
  return exponentials.map { $0 / sum }
}
