import VGGGraph

extension AvgPool2d: LessonLayer {
  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] {
    let texts = lesson.phrases.lessonTexts
    let padding = countsPadding ? texts.paddingCounted : texts.paddingNotCounted
    let mean = lesson.phrases.mean(of: window) + (window.padding == 0 ? "" : ", \(padding)")
    return [(.eachValue, mean)] + lesson.pooling(window)
  }

  func counts(in layer: Layer) -> OperationCounts {
    var counts = OperationCounts(of: layer)
    counts.thop = layer.output.elementCount
    counts.ptflops = checkedProduct(2, layer.input.elementCount)
    return counts
  }

  var listElement: String? { notation }
}
