import VGGKernels

/// The mean of each window, channel by channel; padding counts as zeros.
package struct AveragePooling: MapOperation {
  package let window: SlidingWindow

  package init(window: SlidingWindow) {
    self.window = window
  }

  package func run(on team: Team, from input: BlockedTensor, to output: BlockedTensor) {
    var window = window.kernelWindow
    team.call({ vgg_average_pool($0, &window, $1, $2, $3, $4) }, input, to: output)
  }

  /// Computes the gradient of the input from that of the output.
  package func gradient(
    on team: Team, from received: BlockedTensor, to given: BlockedTensor
  ) {
    var window = window.kernelWindow
    team.call({ vgg_average_pool_gradient($0, &window, $1, $2, $3, $4) }, received, to: given)
  }
}

/// The mean of each of PyTorch's bins, as many as the output has places.
package struct AdaptiveAveragePooling: MapOperation {
  package init() {}

  package func run(on team: Team, from input: BlockedTensor, to output: BlockedTensor) {
    team.call(vgg_adaptive_average_pool, input, to: output)
  }

  /// Computes the gradient of the input from that of the output.
  package func gradient(
    on team: Team, from received: BlockedTensor, to given: BlockedTensor
  ) {
    team.call(vgg_adaptive_average_pool_gradient, received, to: given)
  }
}
