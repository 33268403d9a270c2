import VGGGraph

extension ReLU: LessonLayer {
  static var countsAreKnown: Bool { true }

  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] {
    [(.eachValue, lesson.phrases.lessonTexts.rectified)]
  }

  func counts(in layer: Layer) -> OperationCounts {
    var counts = OperationCounts(of: layer)
    counts.ptflops = checkedProduct(2, layer.input.elementCount)
    return counts
  }
}
