import VGGDiagnostics
import VGGGraph
import VGGMarkup

extension Explanation {
  /// The maximum number of layers explained one by one.
  package static let layersExplained = 300

  /// Every layer's formulas with its numbers substituted.
  func everyLayer(_ named: NamedLayers) -> [TextDocument.Block] {
    guard !named.isEmpty else { return [] }
    let shown = named.indices.prefix(Self.layersExplained)
    let lessons = LayerLessons(named, phrases)
    var blocks: [TextDocument.Block] = [.heading(phrases.lessonTexts.everyLayerHeading)]
    for index in shown { blocks.append(lessons.lesson(of: index).entry(named.names[index])) }
    let rest = named.layers.count - shown.count
    if rest > 0 {
      blocks.append(.paragraph(phrases.cut(after: shown.count, of: named.layers.count)))
    }
    return blocks
  }
}
