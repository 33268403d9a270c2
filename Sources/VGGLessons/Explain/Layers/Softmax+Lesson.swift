import VGGGraph

extension Softmax: LessonLayer {
  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] {
    [(.eachValue, lesson.phrases.lessonTexts.exponentialShare)]
  }

  func counts(in layer: Layer) -> OperationCounts {
    var counts = OperationCounts(of: layer)
    counts.thop = checkedProduct(3, layer.input.elementCount).map { $0 - 1 }
    counts.ptflops = layer.input.elementCount
    return counts
  }
}
