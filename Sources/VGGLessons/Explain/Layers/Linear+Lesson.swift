import VGGGraph

extension Linear: LessonLayer {
  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] {
    [(.inFeatures, lesson.phrases.inputFeatures(inputs))] + lesson.costs
  }

  func counts(in layer: Layer) -> OperationCounts {
    var counts = OperationCounts(of: layer)
    counts.earlyThop = checkedProduct(2, layer.macs).map { $0 - outputs }
    counts.ptflops = checkedSum(layer.macs, bias ? outputs : 0)
    return counts
  }

  var hasBias: Bool? { bias }
}
