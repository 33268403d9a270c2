import VGGKernels

/// The exponential of each value of a vector, divided by their sum.
package enum Softmax {
  /// Computes `batch` vectors of `count` values; `output` may be `input`.
  package static func run(
    batch: Int, count: Int, from input: UnsafePointer<Float>, to output: UnsafeMutablePointer<Float>
  ) {
    vgg_softmax(Int32(batch), Int32(count), input, output)
  }
}
