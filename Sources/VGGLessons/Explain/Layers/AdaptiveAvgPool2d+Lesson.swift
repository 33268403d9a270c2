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

  func counts(in layer: Layer) -> OperationCounts {
    var counts = OperationCounts(of: layer)
    let both = checkedSum(layer.input.elementCount, layer.output.elementCount)
    counts.fvcore = layer.input.elementCount
    counts.thop = both
    counts.earlyThop = both
    counts.ptflops = checkedProduct(2, layer.input.elementCount)
    return counts
  }
}
