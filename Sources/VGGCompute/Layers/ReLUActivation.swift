import VGGKernels

/// ReLU: the larger of a value and zero; NaN stays NaN, as in PyTorch.
package struct ReLUActivation: ElementwiseOperation {
  package init() {}

  package func run(on team: Team, from input: BlockedTensor, to output: BlockedTensor) {
    team.call(vgg_relu, input, to: output)
  }

  package func run(
    on team: Team, count: Int, from input: UnsafePointer<Float>,
    to output: UnsafeMutablePointer<Float>
  ) {
    vgg_relu_plain(team.pointer, count, input, output)
  }

  /// Changes `gradient` from that of ReLU's output to that of its input: zero where `output` is not
  /// positive.
  package func changeGradient(
    _ gradient: BlockedTensor, on team: Team, output: BlockedTensor
  ) {
    Self.changeGradient(gradient, on: team, output: output, sums: nil, scratch: nil)
  }

  /// The same for `count` plain values.
  package func changeGradient(
    _ gradient: UnsafeMutablePointer<Float>, on team: Team, count: Int,
    output: UnsafePointer<Float>
  ) {
    vgg_relu_gradient_plain(team.pointer, count, output, gradient)
  }

  /// The same for maps, with the sum of each channel of the result: the gradient of the bias before the
  /// ReLU.
  static func changeGradient(
    _ gradient: BlockedTensor, on team: Team, output: BlockedTensor,
    sums: UnsafeMutablePointer<Float>?, scratch: UnsafeMutableRawPointer?
  ) {
    var (outputShape, shape) = (output.shape.kernelShape, gradient.shape.kernelShape)
    require(
      vgg_relu_gradient(
        team.pointer, &outputShape, output.values, &shape, gradient.values, sums, scratch))
  }
}
