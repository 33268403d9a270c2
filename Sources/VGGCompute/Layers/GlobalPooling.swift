import VGGKernels

/// Each channel's largest value, as a map of 1 x 1.
package struct GlobalMaxPooling: MapOperation {
  package init() {}

  package func run(on team: Team, from input: BlockedTensor, to output: BlockedTensor) {
    var window = vgg_window(covering: input.shape)
    team.call({ vgg_max_pool($0, &window, $1, $2, $3, $4) }, input, to: output)
  }

  /// Computes the gradient of the input from that of the output: it goes to the first of the largest values.
  package func gradient(
    on team: Team, input: BlockedTensor, output: BlockedTensor,
    from received: BlockedTensor, to given: BlockedTensor
  ) {
    var window = vgg_window(covering: input.shape)
    var (inputShape, outputShape) = (input.shape.kernelShape, output.shape.kernelShape)
    team.call(
      {
        vgg_max_pool_gradient(
          $0, &window, false, &inputShape, input.values, &outputShape, output.values, $1, $2, $3,
          $4)
      }, received, to: given)
  }
}

extension vgg_window {
  /// One window over all of the map.
  fileprivate init(covering shape: BlockedShape) {
    let (height, width) = (Int32(clamping: shape.height), Int32(clamping: shape.width))
    self.init(
      kernel_h: height, kernel_w: width, stride_h: height, stride_w: width, pad_h: 0, pad_w: 0,
      ceil: false)
  }
}
