import VGGGraph

extension LocalResponseNorm: LessonLayer {
  func lines(of lesson: LayerLesson) -> [LayerLesson.Line] {
    [(.eachValue, formula(in: lesson.phrases))]
  }

  /// The counts of the tools; ptflops counts the functions inside the layer: PyTorch squares, averages over
  /// channels padded by `size - 1`, multiplies and adds.
  func counts(in layer: Layer) -> OperationCounts {
    var counts = OperationCounts(of: layer)
    counts.ptflops =
      if case .map(let map) = layer.input,
        let padded = checkedProduct(map.channels + size - 1, map.height, map.width),
        let rest = checkedProduct(3, layer.input.elementCount)
      {
        checkedSum(padded, rest)
      } else {
        nil
      }
    return counts
  }

  var listElement: String? { notation }

  /// The result for a value x.
  func formula(in phrases: any LessonPhrasebook) -> String {
    formula(sum: phrases.sumOfSquares(overChannels: size))
  }
}
