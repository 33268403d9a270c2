import VGGGraph

extension BatchNorm1d: LessonLayer {
  static var countsAreKnown: Bool { false }

  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] {
    lesson.costs + [
      (.eachValue, lesson.phrases.lessonTexts.normalizedVector),
      (.stored, lesson.phrases.runningStatistics(channels: features)),
    ]
  }
}
