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

/// The lesson of an activation: its formula. Other tools' counts are known for ReLU only.
extension LessonLayer where Self: ActivationOperation {
  static var countsAreKnown: Bool { false }

  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] {
    [(.eachValue, lesson.phrases.activated(formula))]
  }
}
