import VGGGraph

extension GlobalMaxPool: LessonLayer {
  static var countsAreKnown: Bool { false }

  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] {
    [(.eachValue, lesson.phrases.lessonTexts.largestOfChannel)]
  }

  var listElement: String? { notation }
}

extension GlobalAveragePool: LessonLayer {
  static var countsAreKnown: Bool { false }

  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] {
    [(.eachValue, lesson.phrases.lessonTexts.meanOfChannel)]
  }

  var listElement: String? { notation }
}
