import VGGKernels

/// The numbers of one batch normalisation layer for the current batch, one for each channel, in
/// memory that it does not own.
package struct BatchStatistics {
  private let numbers: UnsafeMutablePointer<Float>
  private let channels: Int

  /// Uses memory of ``count(channels:)`` numbers.
  package init(_ numbers: UnsafeMutablePointer<Float>, channels: Int) {
    self.numbers = numbers
    self.channels = channels
  }

  package static func count(channels: Int) -> Int { 5 * channels }

  package static let momentum = 0.1

  private var mean: UnsafeMutablePointer<Float> { numbers }
  private var variance: UnsafeMutablePointer<Float> { numbers + channels }
  private var deviation: UnsafeMutablePointer<Float> { numbers + 2 * channels }
  private var scale: UnsafeMutablePointer<Float> { numbers + 3 * channels }
  private var shift: UnsafeMutablePointer<Float> { numbers + 4 * channels }

  /// Running statistics, in memory that it does not own.
  package struct Running {
    let mean: UnsafeMutablePointer<Float>
    let variance: UnsafeMutablePointer<Float>

    package init(mean: UnsafeMutablePointer<Float>, variance: UnsafeMutablePointer<Float>) {
      self.mean = mean
      self.variance = variance
    }
  }

  /// Uses the running statistics, as at inference.
  package func take(_ running: Running) {
    mean.update(from: running.mean, count: channels)
    variance.update(from: running.variance, count: channels)
  }

  /// Computes the statistics of a batch, and moves the running ones a tenth of the way to them, as
  /// PyTorch does: the running variance divides by the count less one. A single value has no variance, so
  /// both stay unchanged.
  package func measure(
    _ input: BlockedTensor, on team: Team, followedBy running: Running,
    scratch: UnsafeMutableRawPointer
  ) {
    var shape = input.shape.kernelShape
    require(
      vgg_batch_statistics(team.pointer, &shape, input.values, mean, variance, scratch))
    let count = input.shape.pixelCount
    guard count > 1 else { return }
    let unbiased = Double(count) / Double(count - 1)
    for channel in 0..<channels {
      running.mean[channel] += Float(Self.momentum) * (mean[channel] - running.mean[channel])
      running.variance[channel] = Float(
        (1 - Self.momentum) * Double(running.variance[channel])
          + Self.momentum * unbiased * Double(variance[channel]))
    }
  }

  /// Sets scale and shift from mean and variance.
  package func settle(weight: UnsafePointer<Float>, bias: UnsafePointer<Float>) {
    for channel in 0..<channels {
      deviation[channel] = Float(
        1 / (Double(variance[channel]) + ChannelScale.epsilon).squareRoot())
      scale[channel] = deviation[channel] * weight[channel]
      shift[channel] = bias[channel] - mean[channel] * scale[channel]
    }
  }

  /// Normalises with scale and shift.
  package func normalize(
    _ input: BlockedTensor, on team: Team, hasReLU: Bool, to output: BlockedTensor
  ) {
    team.call(
      { vgg_scale_shift($0, scale, shift, hasReLU, nil, $1, $2, $3, $4) }, input, to: output)
  }

  /// The gradients of a normalisation layer's weight and bias, in memory that it does not own; `nil` if
  /// they are not trained.
  package struct ParameterGradients {
    let weight: UnsafeMutablePointer<Float>?
    let bias: UnsafeMutablePointer<Float>?

    package init(weight: UnsafeMutablePointer<Float>?, bias: UnsafeMutablePointer<Float>?) {
      self.weight = weight
      self.bias = bias
    }
  }

  /// Changes `gradient` from that of the output, or of its ReLU's output, to that of `input`, and writes the
  /// gradients of the parameters.
  package func changeGradient(
    _ gradient: BlockedTensor, on team: Team, input: BlockedTensor, hasReLU: Bool,
    parameters: ParameterGradients, scratch: UnsafeMutableRawPointer
  ) {
    var norm = vgg_batch_norm(
      mean: mean, deviation: deviation, scale: scale, shift: shift, relu: hasReLU)
    var (inputShape, shape) = (input.shape.kernelShape, gradient.shape.kernelShape)
    require(
      vgg_batch_norm_gradient(
        team.pointer, &norm, &inputShape, input.values, &shape, gradient.values,
        parameters.weight, parameters.bias, scratch))
  }

  /// The same at inference, where the statistics are constants: `gradient` becomes that of the input.
  ///
  /// - Parameter output: the output of the ReLU that follows; `nil` if none does.
  package func changeGradient(
    _ gradient: BlockedTensor, on team: Team, throughReLUOf output: BlockedTensor?
  ) {
    if let output { ReLUActivation().changeGradient(gradient, on: team, output: output) }
    let zeros = [Float](repeating: 0, count: channels)
    team.call(
      { vgg_scale_shift($0, scale, zeros, false, nil, $1, $2, $3, $4) }, gradient, to: gradient)
  }
}

/// Sums over a channel's pixels: the gradient of a bias.
package enum ChannelSums {
  package static func scratchBytes(_ shape: BlockedShape) -> Int {
    var shape = shape.kernelShape
    return vgg_channel_scratch_bytes(&shape)
  }

  /// Writes the sum of each channel of `tensor`.
  package static func write(
    _ tensor: BlockedTensor, on team: Team, to sums: UnsafeMutablePointer<Float>,
    scratch: UnsafeMutableRawPointer
  ) {
    var shape = tensor.shape.kernelShape
    require(vgg_channel_sums(team.pointer, &shape, tensor.values, sums, scratch))
  }

  /// Changes `gradient` from that of a ReLU's output to that of its input, and writes the sum of each
  /// channel of the result unless `sums` is `nil`.
  package static func write(
    throughReLU gradient: BlockedTensor, on team: Team, output: BlockedTensor,
    to sums: UnsafeMutablePointer<Float>?, scratch: UnsafeMutableRawPointer
  ) {
    ReLUActivation.changeGradient(gradient, on: team, output: output, sums: sums, scratch: scratch)
  }
}
