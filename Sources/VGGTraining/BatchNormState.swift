import VGGKernels

/// What one batch normalisation computed for the current batch, a number for each channel.
struct BatchNormState {
  private let numbers: UnsafeMutablePointer<Float>
  private let channels: Int

  /// Over memory of ``count(channels:)`` numbers.
  init(_ numbers: UnsafeMutablePointer<Float>, channels: Int) {
    self.numbers = numbers
    self.channels = channels
  }

  static func count(channels: Int) -> Int { 5 * channels }

  var mean: UnsafeMutablePointer<Float> { numbers }
  var variance: UnsafeMutablePointer<Float> { numbers + channels }
  var deviation: UnsafeMutablePointer<Float> { numbers + 2 * channels }
  var scale: UnsafeMutablePointer<Float> { numbers + 3 * channels }
  var shift: UnsafeMutablePointer<Float> { numbers + 4 * channels }

  /// Sets scale and shift from mean and variance.
  func settle(weight: UnsafePointer<Float>, bias: UnsafePointer<Float>) {
    for channel in 0..<channels {
      deviation[channel] = Float(1 / (Double(variance[channel]) + epsilon).squareRoot())
      scale[channel] = deviation[channel] * weight[channel]
      shift[channel] = bias[channel] - mean[channel] * scale[channel]
    }
  }

  /// Moves running statistics a tenth of the way to the batch's, as PyTorch does: the running
  /// variance is that of `count - 1`. Of a single value there is none, and both stay.
  func follow(
    mean runningMean: UnsafeMutablePointer<Float>,
    variance runningVariance: UnsafeMutablePointer<Float>, count: Int
  ) {
    guard count > 1 else { return }
    let unbiased = Double(count) / Double(count - 1)
    for channel in 0..<channels {
      runningMean[channel] += Float(momentum) * (mean[channel] - runningMean[channel])
      runningVariance[channel] = Float(
        (1 - momentum) * Double(runningVariance[channel])
          + momentum * unbiased * Double(variance[channel]))
    }
  }
}

private let epsilon = 1e-5
private let momentum = 0.1
