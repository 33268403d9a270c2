import VGGGraph

extension GlobalMaxPool: LessonLayer {
  static var countsAreKnown: Bool { false }

  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] {
    [(.eachValue, lesson.phrases.lessonTexts.largestOfChannel)]
  }

  var listElement: String? { notation }
}

extension GlobalAveragePool: LessonLayer {
  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] {
    [(.eachValue, lesson.phrases.lessonTexts.meanOfChannel)]
  }

  func counts(in layer: Layer) -> OperationCounts { OperationCounts(ofAdaptivePool: layer) }

  var listElement: String? { notation }
}
