import VGGGraph

extension LeakyReLU: LessonLayer {}
extension ELU: LessonLayer {}
extension GELU: LessonLayer {}
extension SiLU: LessonLayer {}
extension Sigmoid: LessonLayer {}
extension Tanh: LessonLayer {}

extension PReLU: LessonLayer {
  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] {
    lesson.costs + [(.eachValue, formula)]
  }
}

/// An activation by its formula. Other tools' counts are known of ReLU alone.
extension LessonLayer where Self: ActivationOperation {
  static var countsAreKnown: Bool { false }

  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] {
    [(.eachValue, lesson.phrases.activated(formula))]
  }
}
