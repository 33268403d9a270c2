import VGGGraph

extension BatchNorm2d: LessonLayer {
  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] {
    lesson.costs + [
      (.eachValue, lesson.phrases.lessonTexts.normalized),
      (.stored, lesson.phrases.runningStatistics(channels: channels)),
    ]
  }

  func counts(in layer: Layer) -> OperationCounts {
    var counts = OperationCounts(of: layer)
    let values = layer.input.elementCount
    counts.fvcore = checkedProduct(2, values)
    counts.thop = checkedProduct(4, values)
    counts.earlyThop = checkedProduct(4, values)
    counts.ptflops = checkedProduct(2, values)
    return counts
  }
}
