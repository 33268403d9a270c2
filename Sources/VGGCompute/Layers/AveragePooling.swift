import VGGKernels

/// The mean of each window, channel by channel.
package struct AveragePooling: MapOperation {
  package let window: SlidingWindow
  /// Whether padding counts, as zeros. The part past the padding that a rounded-up window covers never does.
  package let countsPadding: Bool

  package init(window: SlidingWindow, countsPadding: Bool = true) {
    self.window = window
    self.countsPadding = countsPadding
  }

  package func run(on team: Team, from input: BlockedTensor, to output: BlockedTensor) {
    var window = window.kernelWindow
    team.call(
      { vgg_average_pool($0, &window, countsPadding, $1, $2, $3, $4) }, input, to: output)
  }

  /// Computes the gradient of the input from that of the output.
  package func gradient(
    on team: Team, from received: BlockedTensor, to given: BlockedTensor
  ) {
    var window = window.kernelWindow
    team.call(
      { vgg_average_pool_gradient($0, &window, countsPadding, $1, $2, $3, $4) }, received,
      to: given)
  }
}

/// The mean of each of PyTorch's bins, one for each place of the output.
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
