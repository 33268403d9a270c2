import VGGGraph
import VGGTraining
import VGGWeights

/// The gradient of a class's score with respect to each value of the image: the values by which the score changes first.
///
/// Simonyan, Vedaldi and Zisserman, "Deep Inside Convolutional Networks", 2013.
package struct ImageGradient {
  private let scores: ScoreGradient

  /// - Throws: `InsightError` for a network without classes; `ComputeError` when it is too large for this machine;
  ///   `WeightError` when a tensor is missing or has a different shape.
  package init(
    _ graph: ModelGraph, weights: some WeightSource, threads: Int, isExact: Bool = false
  ) throws {
    try graph.requireClasses()
    scores = try ScoreGradient(
      graph, after: nil, weights: weights, threads: threads, isExact: isExact)
  }

  /// The scores, and the gradient of the class that `choose` chooses from them: channels x height x width.
  package func callAsFunction(
    _ image: [Float], for choose: ([Float]) throws -> Int
  ) throws -> (scores: [Float], gradient: [Float]) {
    try requireFinite(image, .input)
    let (numbers, gradient) = try scores(image) { numbers in
      try requireFinite(numbers, .output)
      return try choose(numbers)
    }
    try requireFinite(gradient, .gradient)
    return (numbers, gradient)
  }
}
