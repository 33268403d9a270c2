import VGGKernels

/// An activation other than ReLU; NaN stays NaN.
package enum ActivationFunction: ElementwiseOperation, Hashable {
  /// Negative values times `slope`.
  case leakyReLU(slope: Float)
  /// Negative values as `alpha * (exp(x) - 1)`.
  case elu(alpha: Float)
  /// `x * (1 + erf(x / sqrt(2))) / 2`.
  case gelu
  /// `x / (1 + exp(-x))`.
  case silu
  /// `1 / (1 + exp(-x))`.
  case sigmoid
  case tanh

  package func run(on team: Team, from input: BlockedTensor, to output: BlockedTensor) {
    var activation = kernel
    team.call({ vgg_activate($0, &activation, $1, $2, $3, $4) }, input, to: output)
  }

  package func run(
    on team: Team, count: Int, from input: UnsafePointer<Float>,
    to output: UnsafeMutablePointer<Float>
  ) {
    var activation = kernel
    vgg_activate_plain(team.pointer, &activation, count, input, output)
  }

  /// Changes `gradient` from that of the output to that of `input`.
  package func changeGradient(
    _ gradient: BlockedTensor, on team: Team, input: BlockedTensor
  ) {
    changeGradient(gradient, on: team, input: input, slope: nil)
  }

  /// The same for `count` plain values.
  package func changeGradient(
    _ gradient: UnsafeMutablePointer<Float>, on team: Team, count: Int,
    input: UnsafePointer<Float>
  ) {
    changeGradient(gradient, on: team, count: count, input: input, slope: nil)
  }

  /// The gradient of a leaky ReLU's slope if that is learned, in memory that it does not own.
  package struct SlopeGradient {
    let value: UnsafeMutablePointer<Float>
    let scratch: UnsafeMutableRawPointer

    /// - Parameter scratch: ``scratchBytes(_:)`` bytes.
    package init(_ value: UnsafeMutablePointer<Float>, scratch: UnsafeMutableRawPointer) {
      (self.value, self.scratch) = (value, scratch)
    }

    package static func scratchBytes(_ shape: BlockedShape) -> Int {
      var shape = shape.kernelShape
      return vgg_slope_scratch_bytes(&shape)
    }

    package static func scratchBytes(count: Int) -> Int { vgg_slope_plain_scratch_bytes(count) }
  }

  /// Changes `gradient` from that of the output to that of `input`, and writes that of the slope, unless it is
  /// `nil`.
  package func changeGradient(
    _ gradient: BlockedTensor, on team: Team, input: BlockedTensor, slope: SlopeGradient?
  ) {
    var activation = kernel
    var (inputShape, shape) = (input.shape.kernelShape, gradient.shape.kernelShape)
    require(
      vgg_activation_gradient(
        team.pointer, &activation, &inputShape, input.values, &shape, gradient.values,
        slope?.value, slope?.scratch))
  }

  /// The same for `count` plain values.
  package func changeGradient(
    _ gradient: UnsafeMutablePointer<Float>, on team: Team, count: Int,
    input: UnsafePointer<Float>, slope: SlopeGradient?
  ) {
    var activation = kernel
    vgg_activation_gradient_plain(
      team.pointer, &activation, count, input, gradient, slope?.value, slope?.scratch)
  }

  /// The kernels' value for it.
  fileprivate var kernel: vgg_activation {
    switch self {
    case .leakyReLU(let slope): vgg_activation(function: VGG_LEAKY_RELU, parameter: slope)
    case .elu(let alpha): vgg_activation(function: VGG_ELU, parameter: alpha)
    case .gelu: vgg_activation(function: VGG_GELU, parameter: 0)
    case .silu: vgg_activation(function: VGG_SILU, parameter: 0)
    case .sigmoid: vgg_activation(function: VGG_SIGMOID, parameter: 0)
    case .tanh: vgg_activation(function: VGG_TANH, parameter: 0)
    }
  }
}

extension ActivationFunction? {
  /// Calls `body` with the kernels' value for the function, `nil` for none.
  func withKernel<Result>(_ body: (UnsafePointer<vgg_activation>?) -> Result) -> Result {
    guard let self else { return body(nil) }
    return withUnsafePointer(to: self.kernel) { body($0) }
  }
}
