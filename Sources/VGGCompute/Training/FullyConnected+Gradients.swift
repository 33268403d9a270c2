import VGGKernels

extension FullyConnected {
  /// Bytes of scratch that either gradient needs.
  package func gradientScratchBytes(threads: Int) -> Int {
    vgg_linear_gradient_scratch_bytes(Int32(threads), kernelBatch, kernelInputs, kernelOutputs)
  }

  /// Writes the gradients of the weights and, unless it is `nil`, of the bias.
  ///
  /// - Parameter gradient: the gradient of the output, before a ReLU.
  package func weightGradient(
    on team: Team, input: UnsafePointer<Float>, gradient: UnsafePointer<Float>,
    to weights: UnsafeMutablePointer<Float>, bias: UnsafeMutablePointer<Float>?,
    scratch: UnsafeMutableRawPointer
  ) {
    require(
      vgg_linear_weight_gradient(
        team.pointer, kernelBatch, kernelInputs, kernelOutputs, input, gradient, weights, bias,
        scratch))
  }

  /// Computes the gradient of the input from that of the output, before a ReLU.
  package func inputGradient(
    on team: Team, weights: UnsafePointer<Float>?, gradient: UnsafePointer<Float>,
    to inputGradient: UnsafeMutablePointer<Float>, scratch: UnsafeMutableRawPointer
  ) {
    require(
      vgg_linear_input_gradient(
        team.pointer, kernelBatch, kernelInputs, kernelOutputs, weights, gradient, inputGradient,
        scratch))
  }
}
