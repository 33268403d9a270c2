import VGGDiagnostics
import VGGGraph

extension Dropout: LessonLayer {
  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] {
    [
      (.training, lesson.phrases.dropped(plain(probability))),
      (.inference, lesson.phrases.lessonTexts.doesNothing),
    ]
  }
}
