import VGGKernels

/// The cross-entropy between the softmax of a batch of outputs and their labels.
package struct CrossEntropy: Hashable, Sendable {
  /// The mean over the batch.
  package let mean: Double
  /// Images whose largest output is at their label.
  package let correct: Int

  /// - Parameters:
  ///   - outputs: `classes` numbers for each label.
  ///   - labels: the classes, in `0..<classes`.
  ///   - smoothing: the share of a label's probability that is spread over all classes.
  ///   - gradient: the destination of the outputs' gradient; `nil` to omit it.
  package init(
    _ outputs: UnsafePointer<Float>, labels: UnsafeBufferPointer<Int32>, classes: Int,
    smoothing: Double, gradient: UnsafeMutablePointer<Float>?
  ) {
    let loss = vgg_cross_entropy(
      Int32(labels.count), Int32(classes), outputs, labels.baseAddress, smoothing, gradient)
    mean = loss.mean
    correct = Int(loss.correct)
  }
}
