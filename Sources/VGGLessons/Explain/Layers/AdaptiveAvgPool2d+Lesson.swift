import VGGGraph

extension AdaptiveAvgPool2d: LessonLayer {
  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] {
    guard case .map(let map) = lesson.layer.input else { return [] }
    let rows = Self.binFormulas(input: map.height, output: height)
    return [
      (.bin, lesson.phrases.binRows(from: rows.start, upTo: rows.end)),
      (.columns, lesson.phrases.binColumns("\(map.width)/\(width)")),
    ]
  }

  func counts(in layer: Layer) -> OperationCounts { OperationCounts(ofAdaptivePool: layer) }
}
