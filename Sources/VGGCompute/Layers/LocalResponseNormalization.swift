import VGGKernels

/// Each value divided by `(k + alpha/size * sum of squares over size neighbouring channels) ^ beta`.
package struct LocalResponseNormalization: MapOperation {
  private let size: Int32
  private let alpha: Float
  private let beta: Float
  private let k: Float

  /// - Precondition: `size` is from 1 to 2^31 - 1.
  package init(size: Int, alpha: Double, beta: Double, k: Double) {
    self.size = Int32(size)
    self.alpha = Float(alpha)
    self.beta = Float(beta)
    self.k = Float(k)
  }

  package func run(on team: Team, from input: BlockedTensor, to output: BlockedTensor) {
    team.call(
      { vgg_local_response_norm($0, size, alpha, beta, k, $1, $2, $3, $4) }, input, to: output)
  }

  package func gradientScratchBytes(threads: Int, _ shape: BlockedShape) -> Int {
    var shape = shape.kernelShape
    return vgg_local_response_norm_scratch_bytes(Int32(threads), &shape)
  }

  /// Changes `gradient` from that of the output to that of `input`.
  package func changeGradient(
    _ gradient: BlockedTensor, on team: Team, input: BlockedTensor,
    scratch: UnsafeMutableRawPointer
  ) {
    var (inputShape, shape) = (input.shape.kernelShape, gradient.shape.kernelShape)
    require(
      vgg_local_response_norm_gradient(
        team.pointer, size, alpha, beta, k, &inputShape, input.values, &shape, gradient.values,
        scratch))
  }
}
