/// Each value divided by `(k + alpha/size * sum of squares over size neighbouring channels) ^ beta`
/// (`torch.nn.LocalResponseNorm`, ONNX `LRN`); the shape stays.
package struct LocalResponseNorm: Hashable, Sendable {
  package let size: Int
  package let alpha: Double
  package let beta: Double
  package let k: Double

  package init(size: Int, alpha: Double, beta: Double, k: Double) {
    self.size = size
    self.alpha = alpha
    self.beta = beta
    self.k = k
  }
}
