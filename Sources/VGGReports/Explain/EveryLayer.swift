import VGGDiagnostics
import VGGGraph

extension Explanation {
  /// How many layers are explained one by one.
  static let layersExplained = 300

  /// Every layer with its formulas, the numbers put in.
  func everyLayer(_ named: NamedLayers) -> [TextDocument.Block] {
    guard !named.isEmpty else { return [] }
    let shown = named.indices.prefix(Self.layersExplained)
    let nextConvolution = named.nextConvolutions(within: shown)
    var blocks: [TextDocument.Block] = [.heading(phrases.everyLayerHeading)]
    for index in shown {
      let lesson = LayerLesson(
        layer: named.layers[index], fieldBefore: named.fieldBefore(index),
        nextConvolution: nextConvolution[index], phrases: phrases)
      blocks.append(lesson.entry(named.names[index]))
    }
    let rest = named.layers.count - shown.count
    if rest > 0 {
      blocks.append(.paragraph(phrases.cut(after: shown.count, of: named.layers.count)))
    }
    return blocks
  }
}

extension NamedLayers {
  /// For each of the layers, the name of the next convolution after it.
  fileprivate func nextConvolutions(within shown: Range<Int>) -> [String?] {
    var next: String?
    var result: [String?] = Array(repeating: nil, count: shown.count)
    let end = layers[shown.upperBound...].firstIndex { $0.kind.isConvolution }
    if let end { next = names[end] }
    for index in shown.reversed() {
      result[index] = next
      if layers[index].kind.isConvolution { next = names[index] }
    }
    return result
  }
}

extension NamedLayers {
  /// What a value of a layer's input sees; `nil` for the whole image.
  func fieldBefore(_ index: Int) -> ReceptiveField? {
    index > 0 ? layers[index - 1].receptiveField : .pixel
  }

  /// The lesson of one layer.
  func lesson(of index: Int, in phrases: any Phrasebook) -> LayerLesson {
    let next = layers[(index + 1)...].firstIndex { $0.kind.isConvolution }
    return LayerLesson(
      layer: layers[index], fieldBefore: fieldBefore(index),
      nextConvolution: next.map { names[$0] },
      phrases: phrases)
  }
}

extension LayerKind {
  var isConvolution: Bool {
    if case .conv2d = self { true } else { false }
  }
}
