import VGGGraph

extension LeakyReLU: LessonLayer {
  static var countsAreKnown: Bool { false }

  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] { lesson.activation(self) }
}

extension ELU: LessonLayer {
  static var countsAreKnown: Bool { false }

  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] { lesson.activation(self) }
}

extension PReLU: LessonLayer {
  static var countsAreKnown: Bool { false }

  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] {
    lesson.costs + [(.eachValue, formula)]
  }
}

extension GELU: LessonLayer {
  static var countsAreKnown: Bool { false }

  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] { lesson.activation(self) }
}

extension SiLU: LessonLayer {
  static var countsAreKnown: Bool { false }

  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] { lesson.activation(self) }
}

extension Sigmoid: LessonLayer {
  static var countsAreKnown: Bool { false }

  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] { lesson.activation(self) }
}

extension Tanh: LessonLayer {
  static var countsAreKnown: Bool { false }

  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] { lesson.activation(self) }
}

extension LayerLesson {
  fileprivate func activation(_ operation: some ActivationOperation) -> [Line] {
    [(.eachValue, phrases.activated(operation.formula))]
  }
}
