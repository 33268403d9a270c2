import VGGGraph

extension DenseLinear: LessonLayer {
  static var countsAreKnown: Bool { false }

  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] {
    lesson.sizes + lesson.costs + lesson.growth + [
      (.eachValue, lesson.phrases.denseValue(of: self))
    ]
  }

  var hasBias: Bool? { true }
}
