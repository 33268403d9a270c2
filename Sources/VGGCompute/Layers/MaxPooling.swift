import VGGKernels

/// The largest value of each window, channel by channel; padding is smaller than every number.
package struct MaxPooling: MapOperation {
  package let window: SlidingWindow

  package init(window: SlidingWindow) {
    self.window = window
  }

  package func run(on team: Team, from input: BlockedTensor, to output: BlockedTensor) {
    var window = window.kernelWindow
    team.call({ vgg_max_pool($0, &window, $1, $2, $3, $4) }, input, to: output)
  }

  /// Computes the gradient of the input from that of the output.
  ///
  /// - Parameters:
  ///   - input: the layer's input, and `output` its output.
  ///   - throughReLU: whether the input is a ReLU's output, so that the gradient must be that of the
  ///     ReLU's input.
  package func gradient(
    on team: Team, input: BlockedTensor, output: BlockedTensor, throughReLU: Bool,
    from received: BlockedTensor, to given: BlockedTensor
  ) {
    var window = window.kernelWindow
    var (inputShape, outputShape) = (input.shape.kernelShape, output.shape.kernelShape)
    team.call(
      {
        vgg_max_pool_gradient(
          $0, &window, throughReLU, &inputShape, input.values, &outputShape, output.values, $1, $2,
          $3, $4)
      }, received, to: given)
  }
}
