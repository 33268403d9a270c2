import VGGGraph

extension Flatten: LessonLayer {
  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] {
    [
      (.valueCount, lesson.layer.sizeFormulas.joined(separator: "; ")),
      (.order, lesson.phrases.lessonTexts.flattenedOrder),
    ]
  }
}
