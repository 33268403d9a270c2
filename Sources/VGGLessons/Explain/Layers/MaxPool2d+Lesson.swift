import VGGGraph

extension MaxPool2d: LessonLayer {
  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] {
    [(.eachValue, lesson.phrases.largest(of: window))] + lesson.pooling(window)
  }

  func counts(in layer: Layer) -> OperationCounts {
    var counts = OperationCounts(of: layer)
    counts.ptflops = checkedProduct(2, layer.input.elementCount)
    return counts
  }

  var listElement: String? { "M" }
}
