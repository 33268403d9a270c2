import VGGKernels
import VGGWeights

/// A factor and a summand for each channel.
///
/// Batch normalisation in evaluation has this form: `factor * x + summand` is
/// `(x - mean) / sqrt(variance + epsilon) * weight + bias`.
package struct ChannelScale: InPlaceOperation {
  package let factors: [Float]
  package let summands: [Float]
  /// Whether ReLU follows.
  package var hasReLU = false
  /// Another activation that follows.
  package var activation: ActivationFunction?

  /// PyTorch's default for batch normalisation, which torchvision's networks keep.
  package static let epsilon = 1e-5

  /// Takes `name.weight`, `name.bias`, `name.running_mean` and `name.running_var`.
  package init(_ name: String, channels: Int, from weights: some WeightSource) throws {
    func values(_ part: String) throws -> [Double] {
      try weights.tensor("\(name).\(part)", shape: [channels]).values.map(Double.init)
    }
    let (weight, bias) = (try values("weight"), try values("bias"))
    let (mean, variance) = (try values("running_mean"), try values("running_var"))
    let scales = zip(weight, variance).map { $0 / ($1 + Self.epsilon).squareRoot() }
    factors = scales.map { Float($0) }
    summands = zip(zip(scales, mean), bias).map { Float($1 - $0.0 * $0.1) }
  }

  package func run(on team: Team, from input: BlockedTensor, to output: BlockedTensor) {
    activation.withKernel { activation in
      team.call(
        { vgg_scale_shift($0, factors, summands, hasReLU, activation, $1, $2, $3, $4) }, input,
        to: output)
    }
  }

  /// The same for `batch` vectors, of which each value is a channel; `output` may be `input`.
  package func run(
    on team: Team, batch: Int, from input: UnsafePointer<Float>,
    to output: UnsafeMutablePointer<Float>
  ) {
    activation.withKernel {
      vgg_scale_shift_plain(
        team.pointer, Int32(clamping: batch), Int32(clamping: factors.count), factors, summands,
        hasReLU, $0, input, output)
    }
  }
}
