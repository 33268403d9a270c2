import VGGGraph

extension Conv2d: LessonLayer {
  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] {
    lesson.sizes + lesson.costs + lesson.growth + [
      (.inChannels, lesson.phrases.channelStep(of: self, next: lesson.nextConvolution))
    ]
  }

  func counts(in layer: Layer) -> OperationCounts {
    var counts = OperationCounts(of: layer)
    let biases = bias ? layer.output.elementCount : 0
    counts.earlyThop = checkedSum(layer.macs, biases)
    counts.ptflops = counts.earlyThop
    if case .map(let map) = layer.output {
      counts.torchinfo = checkedProduct(layer.parameters, map.height, map.width)
    }
    counts.receptiveField = checkedProduct(2, layer.macs).flatMap { checkedSum($0, biases) }
    return counts
  }

  var listElement: String? {
    isPlainThreeByThree ? "\(outputChannels)" : notation
  }

  var hasBias: Bool? { bias }
}
