import VGGGraph

extension DenseLinear: LessonLayer {
  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] {
    lesson.sizes + lesson.costs + lesson.growth + [
      (.eachValue, lesson.phrases.denseValue(of: self))
    ]
  }

  /// The counts of the tools for the layer as a convolution.
  func counts(in layer: Layer) -> OperationCounts {
    var counts = convolution.counts(in: layer)
    counts.receptiveField = 0
    return counts
  }

  var hasBias: Bool? { true }
}
