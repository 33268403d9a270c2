import VGGGraph

extension LeakyReLU: LessonLayer {
  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] { lesson.activation(self) }
}

extension ELU: LessonLayer {
  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] { lesson.activation(self) }
}

extension PReLU: LessonLayer {
  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] {
    lesson.costs + [(.eachValue, formula)]
  }
}

extension GELU: LessonLayer {
  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] { lesson.activation(self) }
}

extension SiLU: LessonLayer {
  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] { lesson.activation(self) }
}

extension Sigmoid: LessonLayer {
  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] { lesson.activation(self) }
}

extension Tanh: LessonLayer {
  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] { lesson.activation(self) }
}

extension LayerLesson {
  fileprivate func activation(_ operation: some ActivationOperation) -> [Line] {
    [(.eachValue, phrases.activated(operation.formula))]
  }
}
